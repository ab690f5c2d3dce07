/**
 * The engine without a tokenizer: ids in, probabilities and scores out.
 *
 * ```ts
 * import { createEngine } from 'sentibyte/engine';
 *
 * const engine = await createEngine({ blob, precision: 'int8' });
 * const [negative, neutral, positive, score] = engine.run(Uint16Array.of(5, 6, 7), Uint32Array.of(3));
 * ```
 * @packageDocumentation
 */
import { startEngine } from './engine/create.js';
import type { Engine, EngineOptions } from './engine/types.js';
import { builtinReader } from './files/builtin-reader.js';
import { shippedEngine } from './shipped-engine.js';

export type { Engine, EngineOptions, EngineRun } from './engine/types.js';
export { type ErrorCode, SentibyteError } from './errors.js';
export type { FileSource, LoadedFile, ModuleSource } from './types.js';
export type { Kernels, Precision } from './variants.js';

/**
 * Loads `options.blob`. Rejects with a `SentibyteError`: `model` for a bad blob, `network` or `engine` for a module
 * that is missing or damaged, `unsupported` where nothing can run.
 * @example
 * const engine = await createEngine({ blob: await readFile('small.sbm'), precision: 'int8', kernels: 'simd' });
 */
export function createEngine(options: EngineOptions): Promise<Engine> {
  return startEngine(options, { engineFile: shippedEngine, readFile: builtinReader() });
}
