/**
 * The quantizer: the float model goes in, a quantized blob that the engine runs comes out. The same code and the same
 * bytes as the command sentibyte-quantize.
 *
 * ```ts
 * import { createQuantizer } from 'sentibyte-lab/quantizer';
 *
 * const quantizer = await createQuantizer();
 * const { blob, report } = quantizer.quantize(floatBlob, { bits: 4, prune: 0.5 });
 * const engine = await createEngine({ blob, precision: 'int8' });
 * ```
 * @packageDocumentation
 */
import { builtinReader } from './files/builtin-reader.js';
import { type Quantizer, type QuantizerOptions, startQuantizer } from './quantizer/create.js';
import { shippedQuantizer } from './shipped-quantizer.js';

export { type ErrorCode, SentibyteError } from './errors.js';
export type { Quantized, Quantizer, QuantizerOptions } from './quantizer/create.js';
export type { QuantizeOptions } from './quantizer/options.js';
export type { ActivationReport, QuantizationReport, Spread, TensorReport } from './quantizer/report.js';
export type { FileSource, ModuleSource } from './types.js';

/**
 * Loads the quantizer. Rejects with a `SentibyteError`: `network` or `engine` for a module that is missing or damaged,
 * `unsupported` without SIMD.
 * @example
 * const quantizer = await createQuantizer();
 * const { blob } = quantizer.quantize(floatBlob);
 */
export function createQuantizer(options: QuantizerOptions = {}): Promise<Quantizer> {
  return startQuantizer(options, { quantizerFile: shippedQuantizer, readFile: builtinReader() });
}
