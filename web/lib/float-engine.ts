/**
 * The engine in 32-bit floats, to compare with: its modules, as options for `createEngine` and `createAnalyzer`.
 *
 * ```ts
 * import { createAnalyzer } from 'sentibyte';
 * import { floatEngine } from 'sentibyte-lab/engine';
 *
 * const analyzer = await createAnalyzer({ ...floatEngine, model: new URL('/mine.float.sbm', location.href) });
 * ```
 * @packageDocumentation
 */
import type { URL as Address } from './globals.js';
import type { Kernels } from './variants.js';

/** Options that choose the float engine and say where its modules lie. */
export interface FloatEngine {
  precision: 'float';
  wasm: Record<Kernels, Address>;
}

/** Each address is spelled out because bundlers look for just that; right from here and from the package's top. */
export const floatEngine: Readonly<FloatEngine> = {
  precision: 'float',
  wasm: {
    scalar: new URL('./engine/float-scalar.wasm', import.meta.url),
    simd: new URL('./engine/float-simd.wasm', import.meta.url),
    relaxed: new URL('./engine/float-relaxed.wasm', import.meta.url),
  },
};
