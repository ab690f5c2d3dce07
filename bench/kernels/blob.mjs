// Blobs with random weights for the shapes that are compared with ONNX Runtime: float or int8, never committed.
import { Builder } from 'flatbuffers';
import * as format from '../../build/bench/format/model_generated.ts';
import { randomFloats, randomIntegers } from './random.mjs';

const CLASSES = ['negative', 'neutral', 'positive'];
const ACTIVATION = { scale: 0.05, zeroPoint: 64 };

/** Collects tensors, values and nodes; each layer is a call that returns the index of its value. */
class Blob {
  #builder = new Builder(1 << 22);
  #tensors = [];
  #values = [];
  #widths = [];
  #nodes = [];

  constructor(precision) {
    this.integer = precision === 'int8';
  }

  #tensor(shape, { integer = this.integer } = {}) {
    const b = this.#builder;
    const count = shape.reduce((product, size) => product * size, 1);
    const bytes = integer
      ? new Uint8Array(randomIntegers(count).buffer)
      : new Uint8Array(randomFloats(count).buffer);
    // The schema forces the data onto 64 bytes; the Builder has to be told by hand.
    b.prep(64, bytes.length);
    const data = b.createByteVector(bytes);
    const scales = integer
      ? format.Tensor.createScalesVector(
          b,
          new Float32Array(shape[0]).fill(1 / (127 * Math.sqrt(count / shape[0]))),
        )
      : undefined;
    const name = b.createString(`t${this.#tensors.length}`);
    const dimensions = format.Tensor.createShapeVector(b, shape);
    const { Tensor } = format;
    Tensor.startTensor(b);
    Tensor.addName(b, name);
    Tensor.addShape(b, dimensions);
    Tensor.addElement(b, integer ? format.Element.Coded : format.Element.Real);
    Tensor.addData(b, data);
    if (scales !== undefined) Tensor.addScales(b, scales);
    return this.#tensors.push(Tensor.endTensor(b)) - 1;
  }

  #float(...shape) {
    return this.#tensor(shape, { integer: false });
  }

  #add(kind, operation, inputs, width, sequence = true) {
    const b = this.#builder;
    const name = b.createString(`v${this.#values.length}`);
    const { Value, Node } = format;
    Value.startValue(b);
    Value.addName(b, name);
    Value.addSequence(b, sequence);
    Value.addWidth(b, width);
    if (this.integer) {
      Value.addActivation(b, format.Activation.createActivation(b, ACTIVATION.scale, ACTIVATION.zeroPoint));
    }
    const output = this.#values.push(Value.endValue(b)) - 1;
    this.#widths.push(width);
    const list = Node.createInputsVector(b, inputs);
    this.#nodes.push(Node.createNode(b, format.Operation[kind], operation, list, output));
    return output;
  }

  embedding(vocabulary, width, positions = 0) {
    const pieces = this.#tensor([vocabulary, width]);
    const table = positions ? this.#tensor([positions, width]) : -1;
    return this.#add('Embedding', format.Embedding.createEmbedding(this.#builder, pieces, table), [], width);
  }

  dense(x, width, { activation = 'None', sequence = true } = {}) {
    const weight = this.#tensor([width, this.#widths[x]]);
    const bias = this.#float(width);
    const operation = format.Dense.createDense(this.#builder, weight, bias, format.Function[activation]);
    return this.#add('Dense', operation, [x], width, sequence);
  }

  conv(x, width, size) {
    const weight = this.#tensor([width, size, this.#widths[x]]);
    const bias = this.#float(width);
    const operation = format.Conv1d.createConv1d(this.#builder, weight, bias, format.Function.Relu);
    return this.#add('Conv1d', operation, [x], width);
  }

  norm(x) {
    const width = this.#widths[x];
    const operation = format.LayerNorm.createLayerNorm(
      this.#builder,
      this.#float(width),
      this.#float(width),
      1e-5,
    );
    return this.#add('LayerNorm', operation, [x], width);
  }

  attention(x, heads) {
    const operation = format.SelfAttention.createSelfAttention(this.#builder, heads);
    return this.#add('SelfAttention', operation, [x], this.#widths[x] / 3);
  }

  sum(a, b) {
    format.Add.startAdd(this.#builder);
    return this.#add('Add', format.Add.endAdd(this.#builder), [a, b], this.#widths[a]);
  }

  pool(x, kind) {
    const operation = format.Pool.createPool(this.#builder, format.Pooling[kind]);
    return this.#add('Pool', operation, [x], this.#widths[x], false);
  }

  finish(family, logits, longest) {
    const b = this.#builder;
    const { Model, Output } = format;
    const classes = Output.createClassesVector(
      b,
      CLASSES.map((name) => b.createString(name)),
    );
    const output = Output.createOutput(b, classes, logits, -1, 1, 0.1);
    const name = b.createString('bench');
    const familyName = b.createString(family);
    const tensors = Model.createTensorsVector(b, this.#tensors);
    const values = Model.createValuesVector(b, this.#values);
    const nodes = Model.createNodesVector(b, this.#nodes);
    Model.startModel(b);
    Model.addName(b, name);
    Model.addFamily(b, familyName);
    Model.addTensors(b, tensors);
    Model.addValues(b, values);
    Model.addNodes(b, nodes);
    Model.addOutput(b, output);
    Model.addLongest(b, longest);
    Model.finishModelBuffer(b, Model.endModel(b));
    return b.asUint8Array();
  }
}

/** ids -> embedding and positions -> norm -> layers of attention and feed-forward -> mean -> classes. */
export function encoderBlob(precision, { vocabulary, width, layers, heads, hidden, longest }) {
  const blob = new Blob(precision);
  let x = blob.norm(blob.embedding(vocabulary, width, longest));
  for (let layer = 0; layer < layers; layer += 1) {
    const attended = blob.attention(blob.dense(x, 3 * width), heads);
    x = blob.norm(blob.sum(x, blob.dense(attended, width)));
    const inner = blob.dense(x, hidden, { activation: 'Gelu' });
    x = blob.norm(blob.sum(x, blob.dense(inner, width)));
  }
  const logits = blob.dense(blob.pool(x, 'Mean'), CLASSES.length, { sequence: false });
  return blob.finish('transformer', logits, longest);
}

/** ids -> embedding -> convolution over time, ReLU -> max -> classes. */
export function cnnBlob(precision, { vocabulary, width, filters, size, longest }) {
  const blob = new Blob(precision);
  const best = blob.pool(blob.conv(blob.embedding(vocabulary, width), filters, size), 'Max');
  return blob.finish('cnn', blob.dense(best, CLASSES.length, { sequence: false }), longest);
}
