/**
 * The weights of a blob, to look at: of a model in floats, or of one that the quantizer made.
 *
 * ```ts
 * import { readTensors } from 'sentibyte-lab/tensors';
 *
 * const coded = readTensors(blob).filter((tensor) => tensor.kind === 'coded');
 * console.log(coded.map(({ name, bits, scales }) => `${name}: ${bits} bits, ${scales.length} scales`));
 * ```
 * @packageDocumentation
 */
export { type ErrorCode, SentibyteError } from './errors.js';
export { type CodedTensor, type FloatTensor, readTensors, type Tensor } from './tensors/read.js';
