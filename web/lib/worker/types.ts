import type {
  AnalyzerOptions,
  BatchOptions,
  DocumentSentiment,
  Explanation,
  ForAwaitUsing,
  ForUsing,
  LoadedModel,
  Sentiment,
  TextOptions,
} from '../types.js';

export interface WorkerAnalyzerOptions extends AnalyzerOptions {
  /** How many workers; at most as many as the machine has cores. Default: 1, which is enough for what people type. */
  workers?: number;
}

export interface WorkerTextOptions extends TextOptions {
  /**
   * A newer call with the same value makes this one worthless: it then rejects with code `aborted`. `true` where there is
   * one field; the field itself, or any other value, where there are several.
   */
  newest?: unknown;
}

/** An analyzer whose work is done by workers: the page is never held up. Make it with `createWorkerAnalyzer`. */
export interface WorkerAnalyzer extends LoadedModel, ForUsing, ForAwaitUsing {
  /** How many workers there are. */
  readonly workers: number;
  /**
   * Judges one text of any length.
   * @example
   * field.oninput = async () => {
   *   // What is typed next makes this answer worthless: then it rejects with code 'aborted'.
   *   const { score } = await analyzer.analyze(field.value, { newest: true });
   * };
   */
  analyze(text: string, options?: WorkerTextOptions): Promise<Sentiment>;
  /**
   * Judges each sentence on its own, and the whole.
   * @example
   * const { sentences } = await analyzer.analyzeDocument(book, { signal: AbortSignal.timeout(5000) });
   */
  analyzeDocument(text: string, options?: WorkerTextOptions): Promise<DocumentSentiment>;
  /**
   * Each word's share of the score; in a long text, each sentence's.
   * @example
   * const { words } = await analyzer.explain('The room was lovely, the noise was not.');
   */
  explain(text: string, options?: WorkerTextOptions): Promise<Explanation>;
  /**
   * Judges many texts on all workers, in the order given.
   * @example
   * const results = await analyzer.analyzeBatch(reviews, { onProgress: ({ done }) => draw(done) });
   */
  analyzeBatch(texts: Iterable<string> | AsyncIterable<string>, options?: BatchOptions): Promise<Sentiment[]>;
  /**
   * As `analyzeBatch`, with each result as it comes. Texts are taken only as fast as results are: at most 128 for each
   * worker are on their way.
   * @example
   * for await (const { label } of analyzer.analyzeStream(lines)) counts[label]++;
   */
  analyzeStream(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: BatchOptions,
  ): AsyncGenerator<Sentiment, void, undefined>;
  /** Ends the workers. What they were at, and any later call, rejects with code `disposed`. */
  dispose(): void;
}
