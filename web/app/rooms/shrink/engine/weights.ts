import { ByteBuffer } from 'flatbuffers';
import { Model } from '../../../../lib/generated/sentibyte/format/model.js';
import type { Tensor } from '../../../../lib/generated/sentibyte/format/tensor.js';

/** The first row of one matrix of a float model. */
export interface WeightRow {
  tensor: string;
  weights: Float32Array;
}

function tensors(blob: Uint8Array): Tensor[] {
  const model = Model.getRootAsModel(new ByteBuffer(blob));
  return Array.from({ length: model.tensorsLength() }, (_, i) => model.tensors(i)).filter(
    (tensor) => tensor !== null,
  );
}

/** The longest row of a plain matrix: most numbers to see. The blob must be one that the engine has loaded. */
export function longestRow(blob: Uint8Array): WeightRow {
  const width = (tensor: Tensor): number => tensor.shape(1) ?? 0;
  const matrices = tensors(blob).filter((tensor) => tensor.shapeLength() === 2 && (tensor.shape(0) ?? 0) > 1);
  const widest = matrices.reduce(
    (best, tensor) => (width(tensor) > width(best) ? tensor : best),
    matrices[0]!,
  );
  const bytes = widest.dataArray() ?? new Uint8Array();
  // A copy: the blob may not lie on a multiple of four.
  const weights = new Float32Array(bytes.slice(0, 4 * width(widest)).buffer);
  return { tensor: widest.name() ?? '', weights };
}

/** Scale and zero point of the first row of a tensor; nothing where the tensor is not there any more. */
export function firstGrid(blob: Uint8Array, name: string): { scale: number; zeroPoint: number } | undefined {
  const tensor = tensors(blob).find((one) => one.name() === name);
  if (!tensor || tensor.scalesLength() === 0) return undefined;
  return {
    scale: tensor.scales(0) ?? 0,
    zeroPoint: tensor.zeroPointsLength() > 0 ? (tensor.zeroPoints(0) ?? 0) : 0,
  };
}
