/** What every entry that makes analyzers says beside `createAnalyzer`: the error, and the types of options and results. */
export { type ErrorCode, SentibyteError } from './errors.js';
export type {
  Analyzer,
  AnalyzerOptions,
  BatchOptions,
  BatchProgress,
  DocumentSentiment,
  Explanation,
  FileSource,
  Label,
  LoadedFile,
  LoadProgress,
  ModelChange,
  ModelName,
  ModuleSource,
  OwnWords,
  Probabilities,
  SentenceSentiment,
  SentenceShare,
  Sentiment,
  TextOptions,
  TextProgress,
  WordShare,
} from './types.js';
export type { Kernels, Precision } from './variants.js';
