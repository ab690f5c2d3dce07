import type {
  AnalyzerOptions,
  DocumentSentiment,
  LoadProgress,
  ModelName,
  SentenceSentiment,
  Sentiment,
  TextOptions,
} from '../../lib/types.js';
import type { Kernels } from '../../lib/variants.js';

/** A word of a text: `text.slice(start, end)`, and what it adds to the score of the whole. */
export interface WordShare {
  start: number;
  end: number;
  share: number;
}

/** What the words and sentences of a text do. */
export interface Explained {
  words: readonly WordShare[];
  /** None where the words explain the whole. */
  sentences: readonly (SentenceSentiment & { addition: number })[];
}

/** What the page uses of the package's analyzer in a worker. */
export interface WorkerReader {
  readonly model?: ModelName | undefined;
  readonly kernels: Kernels;
  analyze(text: string, options?: TextOptions): Promise<Sentiment>;
  analyzeDocument(text: string, options?: TextOptions): Promise<DocumentSentiment>;
  explain(text: string, options?: TextOptions): Promise<Explained>;
  dispose(): void;
}

/** How far the models are. */
export interface ReaderState {
  /** The model that answers; absent before the first one stands. */
  model?: ModelName;
  kernels?: Kernels;
  /** Bytes of the model that is on its way. */
  progress?: LoadProgress;
  /** Why the next model did not come; without `model` nothing answers. */
  failure?: unknown;
}

/** Starts the package's analyzer in its worker. */
export type StartReader = (
  options: Required<Pick<AnalyzerOptions, 'onProgress' | 'onModel'>>,
) => Promise<WorkerReader>;

/** The package's analyzer, shared by the rooms: started when the first one asks, started anew when that failed. */
export class Reader {
  readonly #start: StartReader;
  readonly #listeners = new Set<() => void>();
  #state: ReaderState = {};
  #worker: WorkerReader | undefined;
  #isStarting = false;

  constructor(start: StartReader) {
    this.#start = start;
  }

  get state(): Readonly<ReaderState> {
    return this.#state;
  }

  /** What answers now, if anything does. */
  get worker(): WorkerReader | undefined {
    return this.#worker;
  }

  /** Calls `changed` whenever `state` does, until what it gives back is called. */
  watch(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => {
      this.#listeners.delete(changed);
    };
  }

  /** Starts loading, where that has not been done or has failed. What answers goes on until its successor stands. */
  start(): void {
    const isWhole = this.#worker && this.#state.failure === undefined;
    if (this.#isStarting || isWhole) return;
    this.#isStarting = true;
    void this.#load().finally(() => {
      this.#isStarting = false;
    });
  }

  async #load(): Promise<void> {
    this.#change({ failure: undefined, progress: undefined });
    try {
      const worker = await this.#start({
        onProgress: (progress) => {
          this.#change({ progress });
        },
        onModel: ({ model, error }) => {
          this.#change({ model, failure: error, progress: undefined });
        },
      });
      this.#worker?.dispose();
      this.#worker = worker;
      this.#change({ kernels: worker.kernels });
    } catch (failure) {
      this.#change({ failure });
    }
  }

  #change(change: { [Key in keyof ReaderState]: ReaderState[Key] | undefined }): void {
    const merged = { ...this.#state, ...change };
    // What is `undefined` is absent.
    this.#state = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    for (const changed of this.#listeners) changed();
  }
}
