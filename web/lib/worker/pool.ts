import { SentibyteError } from '../errors.js';
import { checkSignal } from '../signal.js';
import type { TextOptions } from '../types.js';
import type { Input, MethodName, Result } from './methods.js';
import type { Spawn } from './port.js';
import type { Facts, Parts } from './protocol.js';
import { Slot } from './slot.js';

/** Some workers with the same model; what is asked goes to the one with the least to do. */
export class WorkerPool {
  readonly #slots: Slot[];

  constructor(spawn: Spawn, count: number) {
    this.#slots = Array.from({ length: count }, () => new Slot(spawn));
  }

  get size(): number {
    return this.#slots.length;
  }

  /** Gives all workers a model: the first one alone before the others, as it may refuse. */
  async setModel(parts: Parts): Promise<Facts> {
    const [first, ...others] = this.#slots;
    const facts = await first!.setModel(parts);
    await Promise.all(others.map((slot) => slot.setModel(parts)));
    return facts;
  }

  /** Rejects with `aborted` as soon as the signal says so, whatever the worker is at. */
  call<Name extends MethodName>(
    method: Name,
    input: Input<Name>,
    { signal, onProgress }: TextOptions = {},
  ): Promise<Result<Name>> {
    return new Promise((resolve, reject) => {
      checkSignal(signal);
      const slot = this.#slots.reduce((least, other) => (other.load < least.load ? other : least));
      const wantsProgress = onProgress !== undefined;
      const sent = slot.send({ kind: 'call', method, input, wantsProgress }, onProgress);
      const stop = (): void => {
        sent.cancel();
        reject(new SentibyteError('aborted', 'Stopped, as its signal asked for.', { cause: signal?.reason }));
      };
      signal?.addEventListener('abort', stop, { once: true });
      sent.answer
        .then((result) => {
          resolve(result as Result<Name>);
        }, reject)
        .finally(() => {
          signal?.removeEventListener('abort', stop);
        });
    });
  }

  /** Ends all workers; what they were at fails with `error`. */
  end(error: SentibyteError): void {
    for (const slot of this.#slots) slot.end(error);
  }
}
