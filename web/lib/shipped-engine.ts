import type { Kernels, Precision } from './variants.js';

/**
 * The six engine modules that the package ships. Each address is spelled out because bundlers find files by the
 * literal `new URL('./x', import.meta.url)`; the path is right from here and from the top of `dist/` alike.
 */
export function shippedEngine(precision: Precision, kernels: Kernels): URL {
  switch (`${precision}-${kernels}` as const) {
    case 'int8-scalar':
      return new URL('./engine/int8-scalar.wasm', import.meta.url);
    case 'int8-simd':
      return new URL('./engine/int8-simd.wasm', import.meta.url);
    case 'int8-relaxed':
      return new URL('./engine/int8-relaxed.wasm', import.meta.url);
    case 'float-scalar':
      return new URL('./engine/float-scalar.wasm', import.meta.url);
    case 'float-simd':
      return new URL('./engine/float-simd.wasm', import.meta.url);
    case 'float-relaxed':
      return new URL('./engine/float-relaxed.wasm', import.meta.url);
  }
}
