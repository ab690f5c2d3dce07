import { checkTexts } from '../analyzer/batch.js';
import { checkOptions, checkText } from '../analyzer/checks.js';
import { ASYNC_DISPOSE, DISPOSE } from '../disposal.js';
import { SentibyteError } from '../errors.js';
import type {
  BatchOptions,
  DocumentSentiment,
  Explanation,
  LoadedFile,
  ModelName,
  Sentiment,
  TextOptions,
} from '../types.js';
import type { Kernels, Precision } from '../variants.js';
import { scoreInOrder } from './in-order.js';
import type { Input, MethodName, Result } from './methods.js';
import { Newest } from './newest.js';
import type { WorkerPool } from './pool.js';
import type { Facts, Parts } from './protocol.js';
import type { WorkerAnalyzer, WorkerTextOptions } from './types.js';

const BATCH_OPTIONS = ['onProgress', 'signal'];
const TEXT_OPTIONS = [...BATCH_OPTIONS, 'newest'];

/** Chunks that are on their way for each worker: one that it works at and one that waits. */
const CHUNKS_A_WORKER = 2;

/** What is known of the model that the workers have. */
interface Loaded extends Facts {
  file: LoadedFile;
  model: ModelName | undefined;
}

/** The analyzer over a pool of workers. */
export class PooledAnalyzer implements WorkerAnalyzer {
  /** Called once, by `dispose`. */
  onDispose: (() => void) | undefined;
  readonly #pool: WorkerPool;
  readonly #newest = new Newest();
  #loaded: Loaded | undefined;

  /** Of use once it has a model. */
  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** Gives all workers a model; until they have it they answer with the one before. */
  async setModel(parts: Parts, file: LoadedFile): Promise<void> {
    this.#loaded = { ...(await this.#pool.setModel(parts)), file, model: parts.model };
  }

  get model(): ModelName | undefined {
    return this.#known().model;
  }
  get kernels(): Kernels {
    return this.#known().kernels;
  }
  get precision(): Precision {
    return this.#known().precision;
  }
  get bytes(): number {
    return this.#known().bytes;
  }
  get engineFile(): LoadedFile {
    return this.#known().file;
  }
  get longest(): number {
    return this.#known().longest;
  }
  get workers(): number {
    return this.#pool.size;
  }

  analyze(text: string, options?: WorkerTextOptions): Promise<Sentiment> {
    return this.#call('analyze', text, options);
  }

  analyzeDocument(text: string, options?: WorkerTextOptions): Promise<DocumentSentiment> {
    return this.#call('analyzeDocument', text, options);
  }

  explain(text: string, options?: WorkerTextOptions): Promise<Explanation> {
    return this.#call('explain', text, options);
  }

  async analyzeBatch(
    texts: Iterable<string> | AsyncIterable<string>,
    options: BatchOptions = {},
  ): Promise<Sentiment[]> {
    const results: Sentiment[] = [];
    for await (const chunk of this.#chunks(texts, options)) {
      for (const result of chunk) results.push(result);
    }
    return results;
  }

  analyzeStream(
    texts: Iterable<string> | AsyncIterable<string>,
    options: BatchOptions = {},
  ): AsyncGenerator<Sentiment, void, undefined> {
    return each(this.#chunks(texts, options));
  }

  dispose(): void {
    this.#pool.end(new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.'));
    this.onDispose?.();
    this.onDispose = undefined;
  }

  [DISPOSE](): void {
    this.dispose();
  }

  [ASYNC_DISPOSE](): Promise<void> {
    this.dispose();
    return Promise.resolve();
  }

  async #call<Name extends Exclude<MethodName, 'analyzeBatch'>>(
    method: Name,
    text: Input<Name>,
    options: WorkerTextOptions = {},
  ): Promise<Result<Name>> {
    checkText(text, 'text');
    checkOptions(options, TEXT_OPTIONS);
    const { newest, ...others } = options;
    if (newest === undefined || newest === false) return this.#pool.call(method, text, others);
    return this.#newest.run(newest, others.signal, (signal) => {
      const own: TextOptions = { ...others, signal };
      return this.#pool.call(method, text, own);
    });
  }

  #chunks(
    texts: Iterable<string> | AsyncIterable<string>,
    options: BatchOptions,
  ): AsyncGenerator<Sentiment[], void, undefined> {
    checkTexts(texts);
    checkOptions(options, BATCH_OPTIONS);
    const score = (chunk: string[], signal: AbortSignal): Promise<Sentiment[]> =>
      this.#pool.call('analyzeBatch', chunk, { signal });
    return scoreInOrder(texts, score, CHUNKS_A_WORKER * this.#pool.size, options);
  }

  #known(): Loaded {
    if (this.#loaded) return this.#loaded;
    throw new SentibyteError('worker', 'The workers have no model yet.');
  }
}

async function* each(
  chunks: AsyncGenerator<Sentiment[], void, undefined>,
): AsyncGenerator<Sentiment, void, undefined> {
  for await (const chunk of chunks) for (const one of chunk) yield one;
}
