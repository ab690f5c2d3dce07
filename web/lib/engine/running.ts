import { type ErrorCode, SentibyteError } from '../errors.js';
import type { LoadedFile } from '../types.js';
import type { Kernels, Precision } from '../variants.js';
import { type EngineModule, UNFINISHED } from './glue.js';
import type { Engine, EngineRun } from './types.js';

// Numbers of sentibyte::ErrorCode + 1: not a blob, version, invalid, unsupported, limit, input, numeric,
// memory.
const LOAD_CODES: readonly ErrorCode[] = [
  'model',
  'model',
  'model',
  'unsupported',
  'model',
  'input',
  'model',
  'memory',
];
/** In a run, whatever the engine refuses is the caller's input, unless there was no memory. */
const RUN_CODES: readonly ErrorCode[] = LOAD_CODES.map((code) => (code === 'memory' ? code : 'input'));
/** A uint32, as the module takes them. */
const MOST_STEPS = 2 ** 32 - 1;
const FIRST_TOKENS = 4096;
const FIRST_TEXTS = 64;

function disposed(): SentibyteError {
  return new SentibyteError('disposed', 'This engine was disposed of; create a new one.');
}

/** The engine over one instance of the module. */
export class RunningEngine implements Engine {
  readonly kernels: Kernels;
  readonly precision: Precision;
  readonly path: 'fast' | 'scalar';
  readonly classes: readonly string[];
  readonly longest: number;
  readonly vocabulary: number;
  readonly file: LoadedFile;

  readonly #width: number;
  #module: EngineModule | undefined;
  #ended: SentibyteError | undefined;
  /** The run that was started and is not over. */
  #run: EngineRun | undefined;
  #texts = 0;
  #ids: Uint16Array = new Uint16Array(0);
  #lengths: Uint32Array = new Uint32Array(0);
  #scores: Float32Array = new Float32Array(0);
  #logits: Float32Array = new Float32Array(0);

  constructor(
    module: EngineModule,
    blob: Uint8Array,
    about: { kernels: Kernels; precision: Precision; file: LoadedFile },
  ) {
    this.kernels = about.kernels;
    this.precision = about.precision;
    this.file = about.file;
    this.#module = module;
    this.#guard(() => {
      this.#check(module.prepareBlob(blob.byteLength), LOAD_CODES);
      module.blob().set(blob);
      this.#check(module.load(), LOAD_CODES);
    });
    this.classes = Array.from({ length: module.classCount() }, (_, index) => module.className(index));
    this.longest = module.longest();
    this.vocabulary = module.vocabulary();
    this.path = module.onScalarPath() ? 'scalar' : 'fast';
    this.#width = this.classes.length + 1;
  }

  get memoryBytes(): number {
    return this.#module?.heapBytes() ?? 0;
  }

  isRunning(): boolean {
    return this.#run !== undefined;
  }

  run(ids: Uint16Array, lengths: Uint32Array): Float32Array {
    this.#begin(ids, lengths);
    for (;;) {
      const scores = this.#advance(MOST_STEPS, lengths.length);
      if (scores) return scores;
    }
  }

  start(ids: Uint16Array, lengths: Uint32Array): EngineRun {
    this.#begin(ids, lengths);
    const texts = lengths.length;
    const run: EngineRun = {
      isOpen: () => this.#run === run,
      advance: (steps) => {
        this.#open();
        if (this.#run !== run) throw new SentibyteError('input', 'This run is over; start another.');
        this.#run = undefined;
        const scores = this.#advance(Math.max(0, Math.min(steps, MOST_STEPS)), texts);
        if (scores === undefined) this.#run = run;
        return scores;
      },
      drop: () => {
        if (this.#run === run) this.#run = undefined;
      },
    };
    this.#run = run;
    return run;
  }

  logits(): Float32Array {
    this.#open();
    return this.#logits.subarray(0, this.#texts * this.#width);
  }

  dispose(): void {
    this.#end(disposed());
  }

  #begin(ids: Uint16Array, lengths: Uint32Array): void {
    const module = this.#open();
    this.#run = undefined;
    this.#texts = 0;
    this.#guard(() => {
      this.#reserve(module, ids.length, lengths.length);
      this.#ids.set(ids);
      this.#lengths.set(lengths);
      this.#check(module.start(ids.length, lengths.length));
    });
  }

  /** The scores of the `texts` that the run is of, or nothing yet. */
  #advance(steps: number, texts: number): Float32Array | undefined {
    const module = this.#open();
    const isFinished = this.#guard(() => {
      const status = module.advance(steps);
      if (status === UNFINISHED) return false;
      this.#check(status);
      // A run allocates nothing once it has begun; where that made the memory grow, these views are void.
      if (this.#scores.length === 0) this.#takeViews(module);
      return true;
    });
    if (!isFinished) return undefined;
    this.#texts = texts;
    return this.#scores.subarray(0, texts * this.#width);
  }

  #open(): EngineModule {
    if (this.#module) return this.#module;
    throw this.#ended ?? disposed();
  }

  /** Room for the batch. The views' own lengths say what there is: void views have none. */
  #reserve(module: EngineModule, tokens: number, texts: number): void {
    if (tokens <= this.#ids.length && texts <= this.#lengths.length) return;
    // Twice what was there: batches that grow bit by bit do not move every time.
    let status = module.reserve(
      Math.max(tokens, FIRST_TOKENS, tokens > this.#ids.length ? this.#ids.length * 2 : 0),
      Math.max(texts, FIRST_TEXTS, texts > this.#lengths.length ? this.#lengths.length * 2 : 0),
    );
    if (status !== 0) status = module.reserve(tokens, texts);
    // Even where it failed: some of the buffers may have moved.
    this.#takeViews(module);
    this.#check(status);
  }

  #takeViews(module: EngineModule): void {
    this.#ids = module.ids();
    this.#lengths = module.lengths();
    this.#scores = module.scores();
    this.#logits = module.logits();
  }

  #check(status: number, codes = RUN_CODES): void {
    if (status === 0) return;
    throw new SentibyteError(codes[status - 1] ?? 'input', this.#module?.message() ?? 'unknown error');
  }

  /** A trap must not leave a half-dead engine behind: the instance is dropped, and every later call says so. */
  #guard<T>(call: () => T): T {
    try {
      return call();
    } catch (cause) {
      if (cause instanceof SentibyteError) throw cause;
      const error = new SentibyteError('engine', 'The engine stopped unexpectedly; create a new one.', {
        cause,
      });
      this.#end(error);
      throw error;
    }
  }

  #end(reason: SentibyteError): void {
    this.#ended ??= reason;
    this.#module = undefined;
    this.#run = undefined;
    this.#ids = new Uint16Array(0);
    this.#lengths = new Uint32Array(0);
    this.#scores = new Float32Array(0);
    this.#logits = new Float32Array(0);
  }
}
