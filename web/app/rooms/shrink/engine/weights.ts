import { readTensors } from '../../../../lib/tensors.js';
import type { CodedRow, WeightRow } from './protocol.js';

/** The longest row of a plain matrix of a float model: most numbers to see. */
export function longestRow(blob: Uint8Array): WeightRow {
  const matrices = readTensors(blob).flatMap((tensor, place) => {
    const [rows = 0, width = 0] = tensor.shape;
    const isMatrix = tensor.kind === 'float' && tensor.shape.length === 2 && rows > 1;
    return isMatrix ? [{ place, width, name: tensor.name, weights: tensor.weights }] : [];
  });
  const { place, width, name, weights } = matrices.reduce((best, one) =>
    one.width > best.width ? one : best,
  );
  return { place, tensor: name, weights: weights.slice(0, width) };
}

/** The first row of that tensor in a quantized model; nothing where it has another shape by now. */
export function codedRow(blob: Uint8Array, { place, weights }: WeightRow): CodedRow | undefined {
  const [tensor] = readTensors(blob, (_, at) => at === place);
  if (tensor?.kind !== 'coded' || tensor.shape[1] !== weights.length) return undefined;
  return {
    codes: tensor.codes.slice(0, weights.length),
    scale: tensor.scales[0]!,
    zeroPoint: tensor.zeroPoints[0] ?? 0,
  };
}
