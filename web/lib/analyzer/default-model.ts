import type { AnalyzerOptions, ModelName } from '../types.js';

/** Options that name no model, with this one. What is no object goes on as it is: its check says what is wrong with it. */
export function withDefaultModel(options: AnalyzerOptions, model: ModelName): AnalyzerOptions {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null || options.model !== undefined) return options;
  return { ...options, model };
}
