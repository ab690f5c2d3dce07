import { DISPOSE } from '../disposal.js';
import { SentibyteError } from '../errors.js';
import type {
  Analyzer,
  BatchOptions,
  DocumentSentiment,
  Explanation,
  LoadedFile,
  ModelName,
  Sentiment,
  TextOptions,
} from '../types.js';
import type { Kernels, Precision } from '../variants.js';

/** An analyzer in use: what it was asked before another took over, it answers. */
interface InUse {
  analyzer: Analyzer;
  /** Absent where results are not to say it. */
  model: ModelName | undefined;
  calls: number;
}

/**
 * An analyzer whose model can be exchanged while it works. A call is answered by the model that was there when it came,
 * a whole batch too; a model that was replaced is disposed of after its last answer.
 */
export class SwappingAnalyzer implements Analyzer {
  /** Called once, by `dispose`. */
  onDispose: (() => void) | undefined;
  #current: InUse | undefined;
  #isDisposed = false;

  /** Takes the analyzer over; `model` is what its results will say. */
  replace(analyzer: Analyzer, model: ModelName | undefined): void {
    if (this.#isDisposed) {
      analyzer.dispose();
      return;
    }
    const before = this.#current;
    this.#current = { analyzer, model, calls: 0 };
    if (before?.calls === 0) before.analyzer.dispose();
  }

  get model(): ModelName | undefined {
    return this.#open().model;
  }
  get kernels(): Kernels {
    return this.#open().analyzer.kernels;
  }
  get precision(): Precision {
    return this.#open().analyzer.precision;
  }
  get bytes(): number {
    return this.#open().analyzer.bytes;
  }
  get engineFile(): LoadedFile {
    return this.#open().analyzer.engineFile;
  }
  get longest(): number {
    return this.#open().analyzer.longest;
  }

  analyze(text: string): Sentiment {
    const { analyzer, model } = this.#open();
    return stamp(analyzer.analyze(text), model);
  }

  analyzeDocument(text: string): DocumentSentiment {
    const { analyzer, model } = this.#open();
    return stamp(analyzer.analyzeDocument(text), model);
  }

  analyzeAsync(text: string, options?: TextOptions): Promise<Sentiment> {
    return this.#call((analyzer) => analyzer.analyzeAsync(text, options));
  }

  analyzeDocumentAsync(text: string, options?: TextOptions): Promise<DocumentSentiment> {
    return this.#call((analyzer) => analyzer.analyzeDocumentAsync(text, options));
  }

  explain(text: string): Explanation {
    const { analyzer, model } = this.#open();
    return stamp(analyzer.explain(text), model);
  }

  explainAsync(text: string, options?: TextOptions): Promise<Explanation> {
    return this.#call((analyzer) => analyzer.explainAsync(text, options));
  }

  async analyzeBatch(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: BatchOptions,
  ): Promise<Sentiment[]> {
    return this.#call((analyzer) => analyzer.analyzeBatch(texts, options));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.onDispose?.();
    this.onDispose = undefined;
    this.#current?.analyzer.dispose();
    this.#current = undefined;
  }

  [DISPOSE](): void {
    this.dispose();
  }

  async #call<T extends Sentiment | Sentiment[]>(call: (analyzer: Analyzer) => Promise<T>): Promise<T> {
    const inUse = this.#open();
    ++inUse.calls;
    try {
      const result = await call(inUse.analyzer);
      for (const one of Array.isArray(result) ? result : [result]) stamp(one, inUse.model);
      return result;
    } finally {
      --inUse.calls;
      if (inUse.calls === 0 && inUse !== this.#current) inUse.analyzer.dispose();
    }
  }

  #open(): InUse {
    if (this.#current) return this.#current;
    throw new SentibyteError('disposed', 'This analyzer was disposed of; create a new one.');
  }
}

function stamp<T extends Sentiment>(result: T, model: ModelName | undefined): T {
  if (model !== undefined) result.model = model;
  return result;
}
