import type { Engine } from '../engine/running.js';
import { SentibyteError } from '../errors.js';
import { splitSentences } from '../text/sentences.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import type { Analyzer, BatchOptions, DocumentSentiment, LoadedFile, Sentiment } from '../types.js';
import type { Kernels, Precision } from '../variants.js';
import { checkTexts, scoreChunks } from './batch.js';
import { checkText } from './checks.js';
import { Scorer } from './scorer.js';

/** The analyzer over an engine that runs in this thread. */
export class EngineAnalyzer implements Analyzer {
  readonly kernels: Kernels;
  readonly precision: Precision;
  readonly bytes: number;
  readonly engineFile: LoadedFile;
  readonly longest: number;
  readonly #engine: Engine;
  #scorer: Scorer | undefined;

  constructor(engine: Engine, tokenizer: Tokenizer, bytes: number) {
    this.kernels = engine.kernels;
    this.precision = engine.precision;
    this.engineFile = engine.file;
    this.longest = engine.longest;
    this.bytes = bytes;
    this.#engine = engine;
    this.#scorer = new Scorer(engine, tokenizer);
  }

  analyze(text: string): Sentiment {
    const scorer = this.#open();
    checkText(text, 'text');
    return scorer.score(text);
  }

  async analyzeBatch(
    texts: Iterable<string> | AsyncIterable<string>,
    options: BatchOptions = {},
  ): Promise<Sentiment[]> {
    checkTexts(texts);
    const results: Sentiment[] = [];
    for await (const chunk of scoreChunks(texts, (some) => this.#open().scoreAll(some), options)) {
      results.push(...chunk);
    }
    this.#open();
    return results;
  }

  analyzeDocument(text: string): DocumentSentiment {
    const scorer = this.#open();
    checkText(text, 'text');
    const spans = splitSentences(text);
    const scored = scorer.scoreAll(spans.map(({ start, end }) => text.slice(start, end)));
    const sentences = spans.map((span, index) => ({ ...span, ...scored[index]! }));
    return { ...scorer.score(text), sentences };
  }

  dispose(): void {
    this.#scorer = undefined;
    this.#engine.dispose();
  }

  #open(): Scorer {
    if (this.#scorer) return this.#scorer;
    throw new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.');
  }
}
