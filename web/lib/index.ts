/**
 * Sentiment analysis that runs where the text is: nothing leaves the page.
 *
 * ```ts
 * import { createAnalyzer } from 'sentibyte';
 *
 * const analyzer = await createAnalyzer();
 * analyzer.analyze('I expected little and loved every minute');
 * // { label: 'positive', score: 0.55, confidence: 0.995, probabilities: { negative, neutral, positive }, coverage: 1 }
 * ```
 * @packageDocumentation
 */
import { startAnalyzer } from './analyzer/create.js';
import { builtinReader } from './files/builtin-reader.js';
import { shippedEngine } from './shipped-engine.js';
import { shippedModel, shippedModelHash } from './shipped-models.js';
import type { Analyzer, AnalyzerOptions } from './types.js';

export * from './words.js';

/**
 * Loads a model and makes it ready.
 *
 * Rejects with a `SentibyteError`: `network` when a file does not arrive, `model` when the blob is damaged or not one,
 * `unsupported` when nothing here can run it, `aborted` when `signal` gives up, `input` for an option out of range.
 * @example
 * const analyzer = await createAnalyzer();
 * analyzer.analyze('I would buy it again').label; // 'positive'
 * @example
 * // The smaller model, with a progress bar.
 * const analyzer = await createAnalyzer({
 *   model: 'nano',
 *   onProgress: ({ loaded, total }) => (bar.value = total ? loaded / total : 0),
 * });
 */
export function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const platform = {
    engineFile: shippedEngine,
    modelFile: shippedModel,
    modelHash: shippedModelHash,
    readFile: builtinReader(),
  };
  return startAnalyzer(options, platform);
}
