import type { Kernels } from '../../lib/variants.js';

/** How the page names each kind of kernels. */
export const KERNEL_NAMES: Readonly<Record<Kernels, string>> = {
  relaxed: 'relaxed SIMD',
  simd: 'SIMD',
  scalar: 'scalar, no SIMD',
};
