/**
 * Sentiment analysis that runs where the text is: nothing leaves the page.
 *
 * ```ts
 * import { createAnalyzer } from 'sentibyte';
 *
 * const analyzer = await createAnalyzer();
 * analyzer.analyze('I expected little and loved every minute');
 * // { label: 'positive', score: 0.61, confidence: 0.97, probabilities: { negative, neutral, positive } }
 * ```
 * @packageDocumentation
 */
export { createAnalyzer } from './analyzer/create.js';
export type { Kernels, Precision, Source } from './engine/index.js';
export { type ErrorCode, SentibyteError } from './errors.js';
export type {
  Analyzer,
  AnalyzerOptions,
  BatchOptions,
  BatchProgress,
  DocumentSentiment,
  Label,
  LoadProgress,
  ModelName,
  Probabilities,
  SentenceSentiment,
  Sentiment,
} from './types.js';
