// The layers of a blob that multiply, and the shapes that their kernels are called with.
import { ByteBuffer } from 'flatbuffers';
import * as format from '../../web/lib/generated/model_generated.ts';

const { Operation } = format;

/**
 * For one text of `pieces` pieces; behind a pool a layer sees one row.
 * @returns {{ name: string, rows: number, columns: number, depth: number, function: number, toCodes: boolean }[]} a product
 *   each, or for attention `{ name, tokens, width, heads }`
 */
export function matrixLayers(blob, pieces) {
  const model = format.Model.getRootAsModel(new ByteBuffer(blob));
  const layers = [];
  for (let index = 0; index < model.nodesLength(); index += 1) {
    const node = model.nodes(index);
    const value = model.values(node.output());
    const kind = node.operationType();
    if (kind === Operation.SelfAttention) {
      const heads = node.operation(new format.SelfAttention()).heads();
      layers.push({ name: 'attention', tokens: pieces, width: value.width(), heads });
    } else if (kind === Operation.Dense || kind === Operation.Conv1d) {
      const layer = node.operation(kind === Operation.Dense ? new format.Dense() : new format.Conv1d());
      const weight = model.tensors(layer.weight());
      const [columns, ...rest] = weight.shapeArray();
      layers.push({
        name: weight.name().replace(/_weight$/, ''),
        rows: value.sequence() ? pieces : 1,
        columns,
        depth: rest.reduce((product, size) => product * size, 1),
        function: layer.function_(),
        toCodes: value.activation() !== null,
      });
    }
  }
  return layers;
}
