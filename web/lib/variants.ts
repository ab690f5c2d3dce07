/**
 * What comes in variants, and the names that files have after them: a model in two precisions (`NAME.sbm`,
 * `NAME.float.sbm`), the engine in two precisions times three sets of kernels (`int8-simd.wasm`, `float-relaxed.wasm`).
 */

/** `int8`: integer products of 8 bits; `float`: 32-bit floats throughout. */
export const PRECISIONS = ['int8', 'float'] as const;

/** How a model computes. */
export type Precision = (typeof PRECISIONS)[number];

/** From the one that runs anywhere to the fastest. */
export const KERNELS = ['scalar', 'simd', 'relaxed'] as const;

/** What an engine module is built for: `scalar` runs anywhere, `simd` needs SIMD, `relaxed` needs relaxed SIMD. */
export type Kernels = (typeof KERNELS)[number];

const FLOAT_ENDING = '.float.sbm';
const ENDING = '.sbm';

/** The file of a model, without its folder. */
export function modelFileName(model: string, precision: Precision): string {
  return model + (precision === 'float' ? FLOAT_ENDING : ENDING);
}

/** What the name of a file says of the model in it; `undefined` for a file of another kind. */
export function parseModelFileName(file: string): { model: string; precision: Precision } | undefined {
  if (file.endsWith(FLOAT_ENDING)) return { model: file.slice(0, -FLOAT_ENDING.length), precision: 'float' };
  if (file.endsWith(ENDING)) return { model: file.slice(0, -ENDING.length), precision: 'int8' };
  return undefined;
}

/** The file of an engine module, without its folder. */
export function engineFileName(precision: Precision, kernels: Kernels): string {
  return `${precision}-${kernels}.wasm`;
}
