import { SentibyteError } from '../errors.js';
import type { TextProgress } from '../types.js';
import type { Spawn, WorkerPort } from './port.js';
import type { Answer, Facts, Parts, Request } from './protocol.js';

/** A request that has no answer yet, kept whole: if its worker dies another one does it. */
interface Pending {
  request: Request;
  deaths: number;
  settle: (result: unknown) => void;
  fail: (error: SentibyteError) => void;
  onProgress: ((progress: TextProgress) => void) | undefined;
}

/** What a request has in common with its sender: it can be given up. */
export interface Sent {
  answer: Promise<unknown>;
  /** Forgets the request and frees the worker of it. */
  cancel(): void;
}

/** A request that has seen this many workers die is not done again. */
const MOST_DEATHS = 2;

/** Milliseconds after which a worker that has not said a word will not do so: a browser may refuse its script in silence. */
const LONGEST_START = 30_000;

/** The id of the request that gives a new worker the model of the one before. */
const MODEL_AGAIN = 0;

/**
 * The place of one worker. The worker is started with the first request; one that dies is replaced, given its model
 * again, and does again what was not answered. A request whose second worker dies, or whose worker does not start in time,
 * fails with `worker`.
 */
export class Slot {
  readonly #spawn: Spawn;
  readonly #pending = new Map<number, Pending>();
  #port: WorkerPort | undefined;
  #isReady = false;
  #startLimit: ReturnType<typeof setTimeout> | undefined;
  #nextId = 1;
  /** The model that a new worker is to have. */
  #parts: Parts | undefined;
  #ended: SentibyteError | undefined;

  constructor(spawn: Spawn) {
    this.#spawn = spawn;
  }

  /** Requests that wait for an answer. */
  get load(): number {
    return this.#pending.size;
  }

  /** Gives the worker a model, which answers every request after this one. */
  async setModel(parts: Parts): Promise<Facts> {
    const facts = (await this.send({ kind: 'load', parts }).answer) as Facts;
    this.#parts = parts;
    return facts;
  }

  send(request: Request, onProgress?: (progress: TextProgress) => void): Sent {
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#pending.set(id, { request, deaths: 0, settle: resolve, fail: reject, onProgress });
      if (!this.#port) this.#start();
      else if (this.#isReady) this.#post(id, request);
      this.#port?.setBusy(true);
    });
    const cancel = (): void => {
      if (!this.#take(id)) return;
      if (this.#isReady) this.#port?.post({ kind: 'stop', id });
    };
    return { answer, cancel };
  }

  /** Ends the worker; what waits, and all that comes, fails with `error`. */
  end(error: SentibyteError): void {
    this.#ended ??= error;
    this.#drop();
    this.#failAll(error);
  }

  #start(): void {
    // Events of a worker that was replaced are of no interest.
    const ifCurrent =
      <T>(hear: (what: T) => void) =>
      (what: T): void => {
        if (this.#port === port) hear(what);
      };
    let port: WorkerPort | undefined;
    try {
      port = this.#spawn({
        onAnswer: ifCurrent((answer: Answer) => {
          this.#hear(answer);
        }),
        onDeath: ifCurrent((reason: unknown) => {
          this.#die(reason);
        }),
      });
    } catch (reason) {
      this.#die(reason);
      return;
    }
    this.#port = port;
    port.setBusy(true);
    const limit: ReturnType<typeof setTimeout> | number = setTimeout(() => {
      this.#drop();
      this.#failAll(
        new SentibyteError('worker', `The worker did not start within ${LONGEST_START / 1000} seconds.`),
      );
    }, LONGEST_START);
    // Whoever waits for the worker keeps a process of Node alive, not the clock.
    if (typeof limit === 'object') limit.unref();
    this.#startLimit = limit;
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'ready') {
      this.#isReady = true;
      clearTimeout(this.#startLimit);
      if (this.#parts) this.#post(MODEL_AGAIN, { kind: 'load', parts: this.#parts });
      for (const [id, { request }] of [...this.#pending]) this.#post(id, request);
      return;
    }
    if (answer.kind === 'failed' && answer.id === MODEL_AGAIN) {
      this.#die(new SentibyteError(answer.code, answer.message));
      return;
    }
    const pending = this.#pending.get(answer.id);
    if (!pending) return;
    if (answer.kind === 'progress') {
      pending.onProgress?.(answer.progress);
      return;
    }
    // An engine that stopped takes its worker along: another one may have more luck.
    if (answer.kind === 'failed' && answer.code === 'engine' && pending.request.kind === 'call') {
      this.#die(new SentibyteError(answer.code, answer.message));
      return;
    }
    this.#take(answer.id);
    if (answer.kind === 'done') pending.settle(answer.result);
    else pending.fail(new SentibyteError(answer.code, answer.message));
  }

  #post(id: number, request: Request): void {
    try {
      this.#port?.post({ kind: 'request', id, request });
    } catch (cause) {
      this.#take(id)?.fail(
        new SentibyteError('worker', 'The worker could not be sent what it was asked.', { cause }),
      );
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#port?.setBusy(false);
    return pending;
  }

  #die(reason: unknown): void {
    this.#drop();
    const error = new SentibyteError('worker', 'The worker died twice, or could not be started.', {
      cause: reason,
    });
    for (const [id, pending] of [...this.#pending]) {
      if (++pending.deaths < MOST_DEATHS) continue;
      this.#pending.delete(id);
      pending.fail(error);
    }
    if (this.#pending.size > 0) this.#start();
  }

  #failAll(error: SentibyteError): void {
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { fail } of waiting) fail(error);
  }

  #drop(): void {
    clearTimeout(this.#startLimit);
    this.#port?.terminate();
    this.#port = undefined;
    this.#isReady = false;
  }
}
