import type { SentibyteError } from './errors.js';
import type { AbortSignal, CompiledModule, Response, URL } from './globals.js';
import type { Kernels, Precision } from './variants.js';

/** The three classes, in the engine's order. */
export type Label = 'negative' | 'neutral' | 'positive';

/** How likely each class is; the three add up to 1. */
export interface Probabilities {
  negative: number;
  neutral: number;
  positive: number;
}

/** What the model says about one text. */
export interface Sentiment {
  /** The likeliest class. */
  label: Label;
  /** Graded intensity: -1 most negative, 0 neutral, 1 most positive. */
  score: number;
  /** Calibrated probability of `label`; 0 for a text without anything to judge, or of a language that the model does not know. */
  confidence: number;
  probabilities: Probabilities;
  /**
   * How familiar the text is to the model, from 0 to 1. A text too strange to be judged (of ten words and more: below 0.7 with the shipped models) is
   * neutral with score 0 and confidence 0: docs/EXPLAIN.md.
   * @example
   * const { confidence, coverage } = analyzer.analyze(comment);
   * if (confidence === 0 && coverage < 0.7) show('I read English only.');
   */
  coverage: number;
  /** With `model: 'auto'`: the model that said so. */
  model?: ModelName;
}

/** A sentence of a document: `text.slice(start, end)` is exactly its text. */
export interface SentenceSentiment extends Sentiment {
  /** First UTF-16 unit in the document. */
  start: number;
  /** One past the last UTF-16 unit in the document. */
  end: number;
}

/** The whole of a document, as `analyze` judges it, and each of its sentences on its own. */
export interface DocumentSentiment extends Sentiment {
  sentences: SentenceSentiment[];
}

/** A word of an explained text, and what it does to the score: `text.slice(start, end)` is exactly its text. */
export interface WordShare {
  /** First UTF-16 unit in the text. */
  start: number;
  /** One past the last UTF-16 unit in the text. */
  end: number;
  /** The word itself: letters with what joins them, an emoji, an emoticon, a sign. */
  text: string;
  /** What it does to the score: above 0 where it makes the text more positive. */
  share: number;
}

/** A sentence of an explained text. */
export interface SentenceShare extends SentenceSentiment {
  /** What it adds to the score of the whole. */
  addition: number;
}

/**
 * Where a text's score comes from. The words hold every character that is not white space, once.
 *
 * A short text is explained by its words: their shares add up to its score. One of more than 48 words, or of more than the model
 * sees at once, is explained by its sentences: `base` and their additions add up to its score, and the shares of a sentence's
 * words to its addition.
 */
export interface Explanation extends Sentiment {
  /** In the order of the text; none for one of over 16,384 UTF-16 units, whose sentences can be explained one by one. */
  words: WordShare[];
  /** None where the words explain the whole. */
  sentences: SentenceShare[];
  /** What the sentences say only together; 0 where the words explain the whole. */
  base: number;
}

/** Where a file comes from: its address, its bytes, or an answer of `fetch` that brings them. */
export type FileSource = URL | string | Uint8Array | ArrayBuffer | Response;

/** Where an engine module comes from: a file, or the module compiled beforehand. */
export type ModuleSource = FileSource | CompiledModule;

/** A file that was loaded. */
export interface LoadedFile {
  /** Where it came from; absent where its bytes, or a compiled module, were given. */
  address?: string;
  /** Its length; 0 for a module that was given compiled. */
  bytes: number;
}

/** Bytes of the model that have arrived. */
export interface LoadProgress {
  loaded: number;
  /** Absent where the server does not say, or says it of the compressed form. */
  total?: number;
}

/** Texts of a batch that are done. */
export interface BatchProgress {
  done: number;
  /** Absent where the iterable does not tell its length. */
  total?: number;
}

/** How much of one long text is read, in UTF-16 units. */
export interface TextProgress {
  done: number;
  total: number;
}

/** The models that the package ships. */
export const MODEL_NAMES = ['small', 'nano'] as const;

/** A model that the package ships. `small` is the more accurate, `nano` the one that arrives first. */
export type ModelName = (typeof MODEL_NAMES)[number];

/** What `model: 'auto'` tells: which model answers from now on. */
export interface ModelChange {
  model: ModelName;
  /** Why `small` never came; `nano` goes on. */
  error?: SentibyteError;
}

/** Words of the caller's own, each with what it says: -1 most negative, 0 nothing, 1 most positive. */
export type OwnWords = Readonly<Record<string, number>>;

export interface AnalyzerOptions {
  /**
   * A shipped model, where to fetch a blob, or the blob itself. Default: `small`. With `auto`, `nano` answers as soon as it
   * is there and `small` takes over when it has arrived.
   */
  model?: ModelName | 'auto' | URL | Uint8Array | ArrayBuffer | Response;
  /** `int8` (default), or `float` for the same layers in 32-bit floats, to compare with: see `sentibyte-lab`. */
  precision?: Precision;
  /** Default: the fastest that this machine runs and that passes its self-test. */
  kernels?: Kernels;
  /**
   * Replaces the shipped engine files, for instance with a `WebAssembly.Module` compiled beforehand. Where some are
   * given and `kernels` is not, the choice is among those that are given.
   */
  wasm?: Partial<Record<Kernels, ModuleSource>>;
  /** Where a copy of the package's `dist` lies: `engine/` and `models/` are looked for under it. */
  base?: URL | string;
  /**
   * What words mean here that the model does not know, or knows otherwise: brands, jargon, emoji. A text without any of them is
   * judged as ever; docs/WORDS.md says what becomes of the others.
   * @example
   * const analyzer = await createAnalyzer({ words: { crashy: -0.6, sick: 0.7, 'Death Valley': 0 } });
   */
  words?: OwnWords;
  /** Called as the model arrives; with `auto` for one model after the other. */
  onProgress?: (progress: LoadProgress) => void;
  /**
   * With `model: 'auto'`: called when `nano` is there, and when `small` has taken over or has failed.
   * @example
   * const analyzer = await createAnalyzer({ model: 'auto', onModel: ({ model }) => draw(model) });
   */
  onModel?: (change: ModelChange) => void;
  /**
   * Keeps a shipped model in the browser's Cache API, by what is in it, and takes it from there the next time, without a
   * request. Where storage is denied it is fetched as ever. Default: false.
   */
  cache?: boolean;
  /** Gives up loading: the promise then rejects with code `aborted`. */
  signal?: AbortSignal;
}

export interface BatchOptions {
  /** Called after each engine batch. */
  onProgress?: (progress: BatchProgress) => void;
  /** Stops, in the middle of a text too: the promise then rejects with code `aborted`. */
  signal?: AbortSignal;
}

export interface TextOptions {
  /** Called after each slice of work, and when all is done. */
  onProgress?: (progress: TextProgress) => void;
  /** Stops between slices of work, some milliseconds long: the promise then rejects with code `aborted`. */
  signal?: AbortSignal;
}

// Where the caller's TypeScript does not know `Symbol.dispose` (`lib` without "ESNext.Disposable") these say nothing.
/** Can be declared with `using`. */
export type ForUsing = typeof Symbol extends { readonly dispose: infer Key extends symbol }
  ? Record<Key, () => void>
  : object;

/** Can be declared with `await using`. */
export type ForAwaitUsing = typeof Symbol extends { readonly asyncDispose: infer Key extends symbol }
  ? Record<Key, () => Promise<void>>
  : object;

/** What an analyzer says of its model. */
export interface LoadedModel {
  /** With `model: 'auto'`: the model that answers now. */
  readonly model?: ModelName | undefined;
  /** The kernels that run, after the self-test. */
  readonly kernels: Kernels;
  readonly precision: Precision;
  /** Size of the model's blob, which workers fetch once for all. */
  readonly bytes: number;
  /** The engine module that runs: where it came from, and its size. Workers share one. */
  readonly engineFile: LoadedFile;
  /** The longest text, in pieces, that the model sees at once; a longer one is judged in several parts. */
  readonly longest: number;
}

/** One loaded model. Make it with `createAnalyzer`, hand its memory back with `dispose`. */
export interface Analyzer extends LoadedModel, ForUsing {
  /**
   * Judges one text of any length.
   * @example
   * analyzer.analyze('I expected little and loved every minute').label; // 'positive'
   */
  analyze(text: string): Sentiment;
  /**
   * Judges many texts, in the order given, and lets other work run in between.
   * @example
   * const results = await analyzer.analyzeBatch(reviews, { onProgress: ({ done }) => draw(done) });
   */
  analyzeBatch(texts: Iterable<string> | AsyncIterable<string>, options?: BatchOptions): Promise<Sentiment[]>;
  /**
   * Judges each sentence on its own, and the whole.
   * @example
   * const { sentences, score } = analyzer.analyzeDocument(review);
   * const worst = sentences.reduce((a, b) => (b.score < a.score ? b : a));
   */
  analyzeDocument(text: string): DocumentSentiment;
  /**
   * `analyze`, with pauses in which other work has its turn: for long texts, and for those that change as one types.
   * @example
   * const controller = new AbortController();
   * field.oninput = () => controller.abort(); // what is typed now makes this answer worthless
   * const { score } = await analyzer.analyzeAsync(field.value, { signal: controller.signal });
   */
  analyzeAsync(text: string, options?: TextOptions): Promise<Sentiment>;
  /**
   * `analyzeDocument`, with pauses in which other work has its turn.
   * @example
   * const { sentences } = await analyzer.analyzeDocumentAsync(book, {
   *   onProgress: ({ done, total }) => (bar.value = done / total),
   * });
   */
  analyzeDocumentAsync(text: string, options?: TextOptions): Promise<DocumentSentiment>;
  /**
   * Says which words the score comes from, at less than twelve times the cost of `analyze`.
   * @example
   * const { words } = analyzer.explain('The room was lovely but the bathroom was filthy');
   * words.reduce((worst, word) => (word.share < worst.share ? word : worst)).text; // 'filthy'
   * @example
   * // A long text: what its sentences add to it, the worst first.
   * const { sentences } = analyzer.explain(review);
   * sentences.sort((a, b) => a.addition - b.addition);
   */
  explain(text: string): Explanation;
  /**
   * `explain`, with pauses in which other work has its turn.
   * @example
   * const { words } = await analyzer.explainAsync(field.value, { signal: controller.signal });
   * for (const { start, end, share } of words) tint(start, end, share);
   */
  explainAsync(text: string, options?: TextOptions): Promise<Explanation>;
  /** Hands the engine's memory back. Any later call throws with code `disposed`. */
  dispose(): void;
}
