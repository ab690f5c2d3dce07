import type { URL } from '../globals.js';
import type { LoadedFile, ModuleSource } from '../types.js';
import type { Kernels, Precision } from '../variants.js';

/** What `createEngine` needs. */
export interface EngineOptions {
  /** The model; one that is still on its way arrives while the module does. */
  blob: Uint8Array | PromiseLike<Uint8Array>;
  precision: Precision;
  /** Default: the fastest that this machine runs and that passes its self-test. */
  kernels?: Kernels;
  /** Replaces shipped engine modules. Where some are given and `kernels` is not, the choice is among those. */
  wasm?: Partial<Record<Kernels, ModuleSource>>;
  /** Where a copy of the package's `dist` lies: `engine/` is looked for under it. */
  base?: URL | string;
}

/**
 * A run that does a part of its work at each `advance`, so that whoever waits for it can stop in between. Made by
 * `Engine.start`.
 */
export interface EngineRun {
  /**
   * Goes on for about `steps` of work (engine/format/FORMAT.md says what a step is), at least for one part of a layer.
   * The results, those of `run` to the bit, once they are there; throws `input` where the run is over.
   */
  advance(steps: number): Float32Array | undefined;
  /** False once it is finished, or dropped: here, or by another run of the engine. */
  isOpen(): boolean;
  /** Ends it. */
  drop(): void;
}

/** One model, loaded and ready. Made by `createEngine`. */
export interface Engine {
  readonly kernels: Kernels;
  readonly precision: Precision;
  /** `scalar` where the blob has asymmetric weights, which no SIMD kernel multiplies. */
  readonly path: 'fast' | 'scalar';
  readonly classes: readonly string[];
  /** Tokens that one text may have. */
  readonly longest: number;
  /** Ids are below this. */
  readonly vocabulary: number;
  /** The module that runs: where it came from, and its size. */
  readonly file: LoadedFile;
  /** What the instance's memory holds now. */
  readonly memoryBytes: number;
  /**
   * `ids` of all texts one after the other, `lengths` in tokens. For each text its probabilities in the order of
   * `classes`, then the score in [-1, 1]. The view is valid until the next call.
   */
  run(ids: Uint16Array, lengths: Uint32Array): Float32Array;
  /**
   * Begins such a run, of which `advance` does the work. An engine has one run at a time: `start` and `run` drop one that
   * is not finished.
   * @example
   * const run = engine.start(ids, lengths);
   * let scores = run.advance(10_000_000);
   * while (scores === undefined && !signal.aborted) {
   *   await new Promise((resolve) => setTimeout(resolve));
   *   scores = run.advance(10_000_000);
   * }
   */
  start(ids: Uint16Array, lengths: Uint32Array): EngineRun;
  /** Whether a run was started that is neither finished nor dropped. */
  isRunning(): boolean;
  /** The last run before softmax and tanh: one logit per class, then the raw score. Valid until the next call. */
  logits(): Float32Array;
  /** Hands the memory back. Everything but another `dispose` then throws `disposed`. */
  dispose(): void;
}
