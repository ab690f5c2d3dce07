import type { Outcome, Report, Request, Update } from './protocol.js';

/** Why a request failed: `code` is the library's error code, or `worker` when the worker itself is gone. */
export class EngineFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

interface Pending {
  settle: (outcome: Outcome[keyof Outcome]) => void;
  fail: (failure: EngineFailure) => void;
  update: (update: Update) => void;
}

/** The worker as promises. Requests of the page go out in order; each gets its updates and one outcome. */
export class EngineClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #broken: EngineFailure | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<Report>) => {
      this.#receive(event.data);
    });
    // A worker whose script does not arrive, or is not a script, reports itself here and nowhere else.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(event.message || 'The script of the worker could not be loaded.');
    });
  }

  /** Sends a request and resolves with what it brings. */
  ask<Kind extends Request['kind']>(
    request: Extract<Request, { kind: Kind }>,
    update: (update: Update) => void = () => undefined,
  ): Promise<Outcome[Kind]> {
    const broken = this.#broken;
    if (broken) return Promise.reject(broken);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      // The worker answers each id with the outcome of that request's kind.
      this.#pending.set(id, {
        settle: (outcome) => {
          resolve(outcome as Outcome[Kind]);
        },
        fail: reject,
        update,
      });
      this.#worker.postMessage({ id, request });
    });
  }

  #receive(report: Report): void {
    const pending = this.#pending.get(report.id);
    if (!pending) return;
    if (report.kind === 'update') {
      pending.update(report.update);
      return;
    }
    this.#pending.delete(report.id);
    if (report.kind === 'done') pending.settle(report.outcome);
    else pending.fail(new EngineFailure(report.code, report.message));
  }

  #break(message: string): void {
    this.#broken = new EngineFailure('worker', message);
    for (const pending of this.#pending.values()) pending.fail(this.#broken);
    this.#pending.clear();
  }

  /** Ends the worker; what was asked is not answered any more. */
  end(): void {
    this.#worker.terminate();
    this.#pending.clear();
  }
}
