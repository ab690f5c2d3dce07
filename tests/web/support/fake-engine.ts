import type { Engine, EngineRun } from '../../../web/lib/engine.js';
import { SentibyteError } from '../../../web/lib/errors.js';

/** What the fake says of a window: depends on each of its pieces, and on their number. */
export function fakeValues(
  ids: readonly number[],
): [negative: number, neutral: number, positive: number, score: number] {
  const sum = ids.reduce((total, id, index) => total + id * (index + 1), ids.length);
  const negative = Math.fround(((sum % 7) + 1) / 16);
  const positive = Math.fround(((sum % 5) + 1) / 16);
  const neutral = Math.fround(1 - negative - positive);
  return [negative, neutral, positive, Math.fround(positive - negative)];
}

/** An engine without a model, which refuses what the real one refuses and notes what it was given. */
export class FakeEngine implements Engine {
  readonly kernels = 'scalar';
  readonly precision = 'int8';
  readonly path = 'fast';
  readonly classes = ['negative', 'neutral', 'positive'];
  readonly vocabulary = 65536;
  readonly file = { bytes: 0 };
  readonly memoryBytes = 0;
  readonly runs: number[][][] = [];
  isDisposed = false;
  /** How often a run that was started must go on. */
  advancesARun = 1;
  /** Told of each time that one goes on. */
  onAdvance: (steps: number) => void = () => undefined;
  #run: EngineRun | undefined;
  readonly #output = new Float32Array(4 * 4096);

  constructor(readonly longest = 8) {}

  isRunning(): boolean {
    return this.#run !== undefined;
  }

  start(ids: Uint16Array, lengths: Uint32Array): EngineRun {
    if (this.isDisposed) throw new SentibyteError('disposed', 'disposed');
    const given = [ids.slice(), lengths.slice()] as const;
    let left = this.advancesARun;
    const run: EngineRun = {
      isOpen: () => this.#run === run,
      drop: () => {
        if (run.isOpen()) this.#run = undefined;
      },
      advance: (steps) => {
        if (this.isDisposed) throw new SentibyteError('disposed', 'disposed');
        if (!run.isOpen()) throw new SentibyteError('input', 'over');
        this.onAdvance(steps);
        return --left > 0 ? undefined : this.run(...given);
      },
    };
    this.#run = run;
    return run;
  }

  run(ids: Uint16Array, lengths: Uint32Array): Float32Array {
    this.#run = undefined;
    if (this.isDisposed) throw new SentibyteError('disposed', 'disposed');
    const windows: number[][] = [];
    let at = 0;
    for (const length of lengths) {
      if (length < 1 || length > this.longest)
        throw new SentibyteError('input', `a text of ${length} pieces`);
      windows.push(Array.from(ids.subarray(at, at + length)));
      at += length;
    }
    if (at !== ids.length) throw new SentibyteError('input', `lengths of ${at} for ${ids.length} ids`);
    this.runs.push(windows);
    windows.forEach((window, index) => {
      this.#output.set(fakeValues(window), 4 * index);
    });
    return this.#output.subarray(0, 4 * windows.length);
  }

  logits(): Float32Array {
    return new Float32Array();
  }

  dispose(): void {
    this.isDisposed = true;
    this.#run = undefined;
  }
}
