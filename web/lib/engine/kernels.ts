import type { Kernels } from '../variants.js';

// The smallest modules that use one instruction of each set: (func (result v128) ...), type, function and code
// section. `WebAssembly.validate` of them says whether the browser knows the instruction, not whether it
// computes it well: for that each module tests itself after it has loaded.
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0];
// i32.const 0; i8x16.splat; i8x16.popcnt
const SIMD = [10, 10, 1, 8, 0, 0x41, 0, 0xfd, 15, 0xfd, 98, 11];
// i32.const 0; i8x16.splat (three times); i32x4.relaxed_dot_i8x16_i7x16_add_s (0xfd 0x113)
const SPLAT = [0x41, 0, 0xfd, 15];
const RELAXED = [10, 19, 1, 17, 0, ...SPLAT, ...SPLAT, ...SPLAT, 0xfd, 0x93, 2, 11];

/** Whether this machine's WebAssembly accepts the instructions of `kernels`. */
export function accepts(kernels: Kernels): boolean {
  if (typeof WebAssembly !== 'object') return false;
  if (kernels === 'scalar') return true;
  return WebAssembly.validate(new Uint8Array([...HEADER, ...(kernels === 'simd' ? SIMD : RELAXED)]));
}
