import { type ErrorCode, SentibyteError } from '../errors.js';
import type { EngineModule, Session } from './glue.js';
import type { Kernels } from './kernels.js';

/** Arithmetic of a model: u7 x i8 integers, or 32-bit floats throughout. */
export type Precision = 'int8' | 'float';

/** One model, loaded and ready. Made by `createEngine`. */
export interface Engine {
  readonly kernels: Kernels;
  readonly precision: Precision;
  /** `reference` where the blob has asymmetric weights, which no fast kernel takes. */
  readonly path: 'fast' | 'reference';
  readonly classes: readonly string[];
  /** Tokens that one text may have. */
  readonly longest: number;
  /** Ids are below this. */
  readonly vocabulary: number;
  /** Length of the module's file; 0 where it was given compiled. */
  readonly moduleBytes: number;
  /** What the instance's memory holds now. */
  readonly memoryBytes: number;
  /**
   * `ids` of all texts one after the other, `lengths` in tokens. For each text its probabilities in the order of
   * `classes`, then the score in [-1, 1]. The view is valid until the next call.
   */
  run(ids: Uint16Array, lengths: Uint32Array): Float32Array;
  /** The last run before softmax and tanh: a logit a class, then the raw score. Valid until the next call. */
  logits(): Float32Array;
  /** Hands the memory back. Everything but a second `dispose` then throws `disposed`. */
  dispose(): void;
}

// Numbers of sentibyte::ErrorCode + 1: not a blob, version, invalid, unsupported, limit, input, numeric.
const LOAD_CODES: readonly ErrorCode[] = [
  'model',
  'model',
  'model',
  'unsupported',
  'model',
  'input',
  'model',
];
const FIRST_TOKENS = 4096;
const FIRST_TEXTS = 64;

/** The engine over one instance of the module. */
export class RunningEngine implements Engine {
  readonly kernels: Kernels;
  readonly precision: Precision;
  readonly path: 'fast' | 'reference';
  readonly classes: readonly string[];
  readonly longest: number;
  readonly vocabulary: number;
  readonly moduleBytes: number;

  readonly #width: number;
  #module: EngineModule | undefined;
  #session: Session | undefined;
  #ended: SentibyteError | undefined;
  #texts = 0;
  #ids: Uint16Array = new Uint16Array(0);
  #lengths: Uint32Array = new Uint32Array(0);
  #scores: Float32Array = new Float32Array(0);
  #logits: Float32Array = new Float32Array(0);

  constructor(
    module: EngineModule,
    blob: Uint8Array,
    about: { kernels: Kernels; precision: Precision; moduleBytes: number },
  ) {
    this.kernels = about.kernels;
    this.precision = about.precision;
    this.moduleBytes = about.moduleBytes;
    this.#module = module;
    const session = this.#guard(() => new module.Session());
    this.#session = session;
    this.#guard(() => {
      this.#check(session.prepareBlob(blob.byteLength), LOAD_CODES);
      session.blob().set(blob);
      this.#check(session.load(), LOAD_CODES);
    });
    this.classes = Array.from({ length: session.classCount() }, (_, index) => session.className(index));
    this.longest = session.longest();
    this.vocabulary = session.vocabulary();
    this.path = session.onReferencePath() ? 'reference' : 'fast';
    this.#width = this.classes.length + 1;
  }

  get memoryBytes(): number {
    return this.#module?.heapBytes() ?? 0;
  }

  run(ids: Uint16Array, lengths: Uint32Array): Float32Array {
    const session = this.#open();
    const texts = lengths.length;
    this.#texts = 0;
    this.#guard(() => {
      this.#reserve(session, ids.length, texts);
      this.#ids.set(ids);
      this.#lengths.set(lengths);
      this.#check(session.run(ids.length, texts));
      // The engine allocates nothing in a run; if a later one does, these views would be void.
      if (this.#scores.length === 0) this.#takeViews(session);
    });
    this.#texts = texts;
    return this.#scores.subarray(0, texts * this.#width);
  }

  logits(): Float32Array {
    this.#open();
    return this.#logits.subarray(0, this.#texts * this.#width);
  }

  dispose(): void {
    if (this.#session && !this.#ended) this.#session.delete();
    this.#end(new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.'));
  }

  #open(): Session {
    if (this.#session) return this.#session;
    throw this.#ended ?? new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.');
  }

  /** Room for the batch. The views' own lengths say what there is: void views have none. */
  #reserve(session: Session, tokens: number, texts: number): void {
    if (tokens <= this.#ids.length && texts <= this.#lengths.length) return;
    // Twice what was there: batches that grow bit by bit do not move every time.
    let status = session.reserve(
      Math.max(tokens, FIRST_TOKENS, tokens > this.#ids.length ? this.#ids.length * 2 : 0),
      Math.max(texts, FIRST_TEXTS, texts > this.#lengths.length ? this.#lengths.length * 2 : 0),
    );
    if (status !== 0) status = session.reserve(tokens, texts);
    // Even where it failed: some of the buffers may have moved.
    this.#takeViews(session);
    this.#check(status);
  }

  #takeViews(session: Session): void {
    this.#ids = session.ids();
    this.#lengths = session.lengths();
    this.#scores = session.scores();
    this.#logits = session.logits();
  }

  /** In a run, whatever the engine refuses is the caller's input. */
  #check(status: number, codes?: readonly ErrorCode[]): void {
    if (status === 0) return;
    throw new SentibyteError(codes?.[status - 1] ?? 'input', this.#session?.message() ?? 'unknown error');
  }

  /** A trap must not leave a half-dead engine behind: the instance is dropped, and every later call says so. */
  #guard<T>(call: () => T): T {
    try {
      return call();
    } catch (cause) {
      if (cause instanceof SentibyteError) throw cause;
      const error = new SentibyteError('engine', 'The engine stopped unexpectedly; create a new analyzer.', {
        cause,
      });
      this.#end(error);
      throw error;
    }
  }

  #end(reason: SentibyteError): void {
    this.#ended ??= reason;
    this.#session = undefined;
    this.#module = undefined;
    this.#ids = new Uint16Array(0);
    this.#lengths = new Uint32Array(0);
    this.#scores = new Float32Array(0);
    this.#logits = new Float32Array(0);
  }
}
