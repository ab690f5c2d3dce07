import type { Asked, Envelope, Report } from './messages.js';

/** Why a request failed: `code` is that of the worker's error, or `worker` where the worker itself is gone. */
export class WorkerFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'WorkerFailure';
  }
}

interface Pending<Update> {
  settle: (brings: unknown) => void;
  fail: (failure: WorkerFailure) => void;
  update: (update: Update) => void;
}

/** A room's worker as promises: requests go out in order, each gets its updates and one outcome. */
export class WorkerClient<Requests extends Asked<Requests>, Update> {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending<Update>>();
  #next = 1;
  #broken: WorkerFailure | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Report<Update>>) => {
      this.#receive(data);
    });
    // A worker whose script does not arrive, or is not a script, reports itself here and nowhere else.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(event.message || 'The script of the worker could not be loaded.');
    });
  }

  /** Asks for something; `update` hears what comes before it. */
  ask<Kind extends keyof Requests>(
    kind: Kind,
    ask: Requests[Kind]['ask'],
    update: (update: Update) => void = () => undefined,
  ): Promise<Requests[Kind]['brings']> {
    if (this.#broken) return Promise.reject(this.#broken);
    const envelope: Envelope<Requests> = { id: this.#next++, kind, ask };
    return new Promise((resolve, reject) => {
      // The worker answers each id with what a request of that kind brings.
      const settle = (brings: unknown): void => {
        resolve(brings);
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

  #receive(report: Report<Update>): void {
    const pending = this.#pending.get(report.id);
    if (!pending) return;
    if (report.kind === 'update') {
      pending.update(report.update);
      return;
    }
    this.#pending.delete(report.id);
    if (report.kind === 'done') pending.settle(report.brings);
    else pending.fail(new WorkerFailure(report.code, report.message));
  }

  #break(message: string): void {
    this.#broken = new WorkerFailure('worker', message);
    for (const { fail } of this.#pending.values()) fail(this.#broken);
    this.#pending.clear();
  }
}
