/**
 * The models in 32-bit floats, to compare with those that ship: `createAnalyzer(float('nano'))`.
 *
 * ```ts
 * import { createAnalyzer } from 'sentibyte';
 * import { float } from 'sentibyte-lab';
 *
 * const original = await createAnalyzer(float('small'));
 * ```
 * @packageDocumentation
 */
import { type FloatEngine, floatEngine } from './float-engine.js';
import type { URL as Address } from './globals.js';
import type { ModelName } from './types.js';

export { type FloatEngine, floatEngine } from './float-engine.js';
export type { ModelName } from './types.js';

/** What `createAnalyzer` takes to run a model in floats. */
export interface FloatOptions extends FloatEngine {
  model: Address;
}

const MODELS: Readonly<Record<ModelName, Address>> = {
  small: new URL('./models/small.float.sbm', import.meta.url),
  nano: new URL('./models/nano.float.sbm', import.meta.url),
};

/**
 * The options for a model in floats.
 * @example
 * const original = await createAnalyzer({ ...float('nano'), onProgress });
 */
export function float(model: ModelName = 'small'): FloatOptions {
  return { ...floatEngine, model: MODELS[model] };
}
