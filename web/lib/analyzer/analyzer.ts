import { DISPOSE } from '../disposal.js';
import type { Engine } from '../engine/types.js';
import { SentibyteError } from '../errors.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import { checkSignal } from '../signal.js';
import type {
  Analyzer,
  BatchOptions,
  DocumentSentiment,
  Explanation,
  LoadedFile,
  Sentiment,
  TextOptions,
} from '../types.js';
import type { Kernels, Precision } from '../variants.js';
import { checkTexts, scoreChunks } from './batch.js';
import { checkOptions, checkText } from './checks.js';
import { Explainer } from './explainer.js';
import { Scorer } from './scorer.js';
import { finish, type Slices, Turns } from './slices.js';

const OPTIONS = ['onProgress', 'signal'];

/** The analyzer over an engine that runs in this thread. */
export class EngineAnalyzer implements Analyzer {
  readonly kernels: Kernels;
  readonly precision: Precision;
  readonly bytes: number;
  readonly engineFile: LoadedFile;
  readonly longest: number;
  readonly #engine: Engine;
  readonly #tokenizer: Tokenizer;
  /** For what is done at once; what takes turns has a scorer of its own. */
  #scorer: Scorer | undefined;

  constructor(engine: Engine, tokenizer: Tokenizer, bytes: number) {
    this.kernels = engine.kernels;
    this.precision = engine.precision;
    this.engineFile = engine.file;
    this.longest = engine.longest;
    this.bytes = bytes;
    this.#engine = engine;
    this.#tokenizer = tokenizer;
    this.#scorer = new Scorer(engine, tokenizer);
  }

  analyze(text: string): Sentiment {
    const scorer = this.#open();
    checkText(text, 'text');
    return scorer.score(text);
  }

  analyzeDocument(text: string): DocumentSentiment {
    const scorer = this.#open();
    checkText(text, 'text');
    return finish(scorer.scoringDocument(text));
  }

  explain(text: string): Explanation {
    const scorer = this.#open();
    checkText(text, 'text');
    return finish(this.#explainer(scorer).explaining(text));
  }

  async analyzeAsync(text: string, options: TextOptions = {}): Promise<Sentiment> {
    const [result] = await this.#inTurns(text, options, (scorer) => scorer.scoring([text]));
    return result!;
  }

  async analyzeDocumentAsync(text: string, options: TextOptions = {}): Promise<DocumentSentiment> {
    return this.#inTurns(text, options, (scorer) => scorer.scoringDocument(text));
  }

  async explainAsync(text: string, options: TextOptions = {}): Promise<Explanation> {
    return this.#inTurns(text, options, (scorer) => this.#explainer(scorer).explaining(text));
  }

  async analyzeBatch(
    texts: Iterable<string> | AsyncIterable<string>,
    options: BatchOptions = {},
  ): Promise<Sentiment[]> {
    checkTexts(texts);
    checkOptions(options, OPTIONS);
    const scorer = this.#another();
    const results: Sentiment[] = [];
    for await (const chunk of scoreChunks(texts, (some) => scorer.scoring(some), options)) {
      for (const result of chunk) results.push(result);
    }
    this.#open();
    return results;
  }

  dispose(): void {
    this.#scorer = undefined;
    this.#engine.dispose();
  }

  [DISPOSE](): void {
    this.dispose();
  }

  async #inTurns<T>(text: string, options: TextOptions, start: (scorer: Scorer) => Slices<T>): Promise<T> {
    checkText(text, 'text');
    checkOptions(options, OPTIONS);
    const { onProgress, signal } = options;
    const total = text.length;
    const onSlice = (read: number): void => {
      onProgress?.({ done: Math.floor(read), total });
    };
    const result = await new Turns(signal).finish(start(this.#another()), onSlice);
    onProgress?.({ done: total, total });
    checkSignal(signal);
    this.#open();
    return result;
  }

  #explainer(scorer: Scorer): Explainer {
    return new Explainer(this.#engine, this.#tokenizer, scorer);
  }

  #another(): Scorer {
    this.#open();
    return new Scorer(this.#engine, this.#tokenizer, 'in turns');
  }

  #open(): Scorer {
    if (this.#scorer) return this.#scorer;
    throw new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.');
  }
}
