import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { SentibyteError } from '../../../web/lib/errors.js';
import type { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { WorkerHost } from '../../../web/lib/worker/host.js';
import type { PortEvents, WorkerPort } from '../../../web/lib/worker/port.js';
import type { Answer, Order, Parts } from '../../../web/lib/worker/protocol.js';
import { FakeEngine } from './fake-engine.js';

/** What a test does to the workers: each message, counted over all of them, can be the last of its worker. */
export interface Fate {
  /** Whether the worker dies in place of sending or taking the message. */
  dies: (message: number, what: Order | Answer) => boolean;
  /** Whether new workers never say a word, as those whose script a browser refuses. */
  areSilent?: boolean;
}

/** Workers in this thread: real hosts over fake engines, with messages cloned and delivered later, as real ones are. */
export class FakeWorkers {
  readonly started: FakeWorker[] = [];
  readonly orders: Order[] = [];
  messages = 0;
  fate: Fate = { dies: () => false };

  constructor(readonly tokenizer: Tokenizer) {}

  readonly spawn = (events: PortEvents): WorkerPort => {
    const worker = new FakeWorker(this, events);
    this.started.push(worker);
    return worker;
  };

  get alive(): number {
    return this.started.filter(({ isAlive }) => isAlive).length;
  }
}

class FakeWorker implements WorkerPort {
  isAlive = true;
  isBusy = false;
  readonly #host: Promise<WorkerHost>;
  readonly #all: FakeWorkers;
  readonly #events: PortEvents;

  constructor(all: FakeWorkers, events: PortEvents) {
    this.#all = all;
    this.#events = events;

    const start = (parts: Parts): Promise<EngineAnalyzer> => {
      if (parts.blob.name === 'refused') return Promise.reject(new SentibyteError('model', 'refused'));
      return Promise.resolve(new EngineAnalyzer(new FakeEngine(64), all.tokenizer, parts.blob.bytes.length));
    };
    this.#host = (all.fate.areSilent ? new Promise<void>(() => undefined) : later()).then(
      () =>
        new WorkerHost((answer) => {
          this.#carry(answer, events.onAnswer);
        }, start),
    );
  }

  post(order: Order): void {
    this.#all.orders.push(order);
    this.#carry(order, (given) => {
      void this.#host.then((host) => {
        host.take(given);
      });
    });
  }

  terminate(): void {
    this.isAlive = false;
  }

  setBusy(isBusy: boolean): void {
    this.isBusy = isBusy;
  }

  #carry<T extends Order | Answer>(message: T, deliver: (message: T) => void): void {
    const clone = structuredClone(message);
    const number = this.#all.messages++;
    void later().then(() => {
      if (!this.isAlive) return;
      if (!this.#all.fate.dies(number, clone)) {
        deliver(clone);
        return;
      }
      this.isAlive = false;
      this.#events.onDeath(new Error(`died at message ${number}`));
    });
  }
}

function later(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
