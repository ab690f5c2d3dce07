import { SentibyteError } from './errors.js';
import { shippedFile } from './files/base.js';
import { engineFileName, type Kernels, type Precision } from './variants.js';

/**
 * The engine modules that the package ships. Each address is spelled out because bundlers find files by the literal
 * `new URL('./x', import.meta.url)`; the path is right from here and from the top of `dist/` alike.
 */
const INT8: Readonly<Record<Kernels, () => URL>> = {
  scalar: () => new URL('./engine/int8-scalar.wasm', import.meta.url),
  simd: () => new URL('./engine/int8-simd.wasm', import.meta.url),
  relaxed: () => new URL('./engine/int8-relaxed.wasm', import.meta.url),
};

/** Where an engine module lies; those for `float` are in another package, which no bundle holds by chance. */
export function shippedEngine(precision: Precision, kernels: Kernels): URL {
  if (precision === 'float') {
    const message =
      'The float engine is in the package sentibyte-lab: createAnalyzer(float("small")), with float imported from there.';
    throw new SentibyteError('unsupported', message);
  }
  return shippedFile(engineFileName(precision, kernels), INT8[kernels]);
}
