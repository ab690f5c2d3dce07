import type { Envelope, Report, RequestKind, Requests, Update } from './protocol.js';

/** Why a request failed: `code` is the library's error code, one of `FileFaultCode`, or `worker` when the worker is gone. */
export class FileFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FileFailure';
  }
}

interface Pending {
  settle: (brings: unknown) => void;
  fail: (failure: FileFailure) => void;
  update: (update: Update) => void;
}

/** The room's worker as promises. */
export class FileClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #broken: FileFailure | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      this.#receive(data);
    });
    // A worker whose script does not arrive, or is not a script, reports itself here and nowhere else.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(event.message || 'The script of the worker could not be loaded.');
    });
  }

  /** Asks for something; `update` hears what comes before it. */
  ask<Kind extends RequestKind>(
    kind: Kind,
    ask: Requests[Kind]['ask'],
    update: (update: Update) => void = () => undefined,
  ): Promise<Requests[Kind]['brings']> {
    if (this.#broken) return Promise.reject(this.#broken);
    const envelope: Envelope = { id: this.#next++, kind, ask };
    return new Promise((resolve, reject) => {
      // The worker answers each id with what a request of that kind brings.
      const settle = (brings: unknown): void => {
        resolve(brings as Requests[Kind]['brings']);
      };
      this.#pending.set(envelope.id, { settle, fail: reject, update });
      this.#worker.postMessage(envelope);
    });
  }

  /** Ends the worker, and those that it started; what was asked is not answered any more. */
  end(): void {
    this.#worker.terminate();
    this.#pending.clear();
  }

  #receive(report: Report): void {
    const pending = this.#pending.get(report.id);
    if (!pending) return;
    if (report.kind === 'update') {
      pending.update(report.update);
      return;
    }
    this.#pending.delete(report.id);
    if (report.kind === 'done') pending.settle(report.brings);
    else pending.fail(new FileFailure(report.code, report.message));
  }

  #break(message: string): void {
    this.#broken = new FileFailure('worker', message);
    for (const { fail } of this.#pending.values()) fail(this.#broken);
    this.#pending.clear();
  }
}
