// The same models for ONNX Runtime: ONNX's protobuf written by hand, as far as these graphs need it.
import { randomFloats, randomIntegers } from './random.mjs';

const FLOAT = 1;
const UINT8 = 2;
const INT8 = 3;
const INT64 = 7;

// --- Protobuf ---------------------------------------------------------------------------------------------------

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return bytes;
}

const integer = (field, value) => Buffer.from([...varint(field << 3), ...varint(value)]);
const bytes = (field, value) =>
  Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(value.length)]), value]);
const text = (field, value) => bytes(field, Buffer.from(value));

function float(field, value) {
  const out = Buffer.alloc(4);
  out.writeFloatLE(value);
  return Buffer.concat([Buffer.from(varint((field << 3) | 5)), out]);
}

// --- Graphs -----------------------------------------------------------------------------------------------------

class Graph {
  #nodes = [];
  #initializers = [];
  #names = 0;

  fresh(prefix) {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  constant(type, dims, data) {
    const name = this.fresh('c');
    const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    this.#initializers.push(
      bytes(
        5,
        Buffer.concat([...dims.map((d) => integer(1, d)), integer(2, type), text(8, name), bytes(9, raw)]),
      ),
    );
    return name;
  }

  floats(dims, data = randomFloats(dims.reduce((a, b) => a * b, 1))) {
    return this.constant(FLOAT, dims, data);
  }

  scalar(value) {
    return this.constant(FLOAT, [], new Float32Array([value]));
  }

  shape(...sizes) {
    return this.constant(INT64, [sizes.length], BigInt64Array.from(sizes.map(BigInt)));
  }

  /** `attributes`: an array of integers, an integer, or { float }. Returns the name(s) of the output(s). */
  node(op, inputs, attributes = {}, outputs = 1) {
    const names = Array.from({ length: outputs }, () => this.fresh('v'));
    const encoded = Object.entries(attributes).map(([name, value]) => {
      if (Array.isArray(value)) {
        return bytes(5, Buffer.concat([text(1, name), ...value.map((v) => integer(8, v)), integer(20, 7)]));
      }
      if (typeof value === 'object')
        return bytes(5, Buffer.concat([text(1, name), float(2, value.float), integer(20, 1)]));
      return bytes(5, Buffer.concat([text(1, name), integer(3, value), integer(20, 2)]));
    });
    const parts = [
      ...inputs.map((i) => text(1, i)),
      ...names.map((o) => text(2, o)),
      text(4, op),
      ...encoded,
    ];
    this.#nodes.push(bytes(1, Buffer.concat(parts)));
    return outputs === 1 ? names[0] : names;
  }

  /** A model from `ids` (int64, [tokens]) to `output` ([1, classes]). */
  model(output, tokens, classes) {
    const value = (field, name, type, dims) => {
      const shape = Buffer.concat(dims.map((d) => bytes(1, integer(1, d))));
      const tensor = Buffer.concat([integer(1, type), bytes(2, shape)]);
      return bytes(field, Buffer.concat([text(1, name), bytes(2, bytes(1, tensor))]));
    };
    const graph = Buffer.concat([
      ...this.#nodes,
      text(2, 'bench'),
      ...this.#initializers,
      value(11, 'ids', INT64, [tokens]),
      value(12, output, FLOAT, [1, classes]),
    ]);
    const opset = Buffer.concat([text(1, ''), integer(2, 20)]);
    return Buffer.concat([integer(1, 9), bytes(7, graph), bytes(8, opset)]);
  }
}

/** y = x W + b: in int8 as ONNX Runtime's dynamic quantization writes it, which its optimizer then fuses. */
function dense(graph, int8, x, inputs, outputs) {
  const bias = graph.floats([outputs]);
  if (!int8) return graph.node('Add', [graph.node('MatMul', [x, graph.floats([inputs, outputs])]), bias]);
  const [quantized, scale, zeroPoint] = graph.node('DynamicQuantizeLinear', [x], {}, 3);
  const weight = graph.constant(INT8, [inputs, outputs], randomIntegers(inputs * outputs));
  const weightZero = graph.constant(INT8, [], new Int8Array([0]));
  const sum = graph.node('Cast', [graph.node('MatMulInteger', [quantized, weight, zeroPoint, weightZero])], {
    to: FLOAT,
  });
  const both = graph.node('Mul', [scale, graph.scalar(0.001)]);
  return graph.node('Add', [graph.node('Mul', [sum, both]), bias]);
}

function embedding(graph, int8, vocabulary, width) {
  if (!int8) return graph.node('Gather', [graph.floats([vocabulary, width]), 'ids']);
  const table = graph.constant(INT8, [vocabulary, width], randomIntegers(vocabulary * width));
  const rows = graph.node('Gather', [table, 'ids']);
  return graph.node('DequantizeLinear', [
    rows,
    graph.scalar(0.001),
    graph.constant(INT8, [], new Int8Array([0])),
  ]);
}

function norm(graph, x, width) {
  return graph.node('LayerNormalization', [x, graph.floats([width]), graph.floats([width])], {
    epsilon: { float: 1e-5 },
  });
}

function attention(graph, qkv, tokens, width, heads) {
  const depth = width / heads;
  const parts = graph.node('Split', [qkv, graph.shape(width, width, width)], { axis: 1 }, 3);
  const split = (x, perm) =>
    graph.node('Transpose', [graph.node('Reshape', [x, graph.shape(tokens, heads, depth)])], { perm });
  const scores = graph.node('MatMul', [split(parts[0], [1, 0, 2]), split(parts[1], [1, 2, 0])]);
  const weights = graph.node('Softmax', [graph.node('Mul', [scores, graph.scalar(1 / Math.sqrt(depth))])], {
    axis: -1,
  });
  const mixed = graph.node('MatMul', [weights, split(parts[2], [1, 0, 2])]);
  return graph.node('Reshape', [
    graph.node('Transpose', [mixed], { perm: [1, 0, 2] }),
    graph.shape(tokens, width),
  ]);
}

export function encoderOnnx(precision, tokens, { vocabulary, width, layers, heads, hidden }) {
  const int8 = precision === 'int8';
  const graph = new Graph();
  let x = graph.node('Add', [embedding(graph, int8, vocabulary, width), graph.floats([tokens, width])]);
  x = norm(graph, x, width);
  for (let layer = 0; layer < layers; layer += 1) {
    const mixed = attention(graph, dense(graph, int8, x, width, 3 * width), tokens, width, heads);
    x = norm(graph, graph.node('Add', [x, dense(graph, int8, mixed, width, width)]), width);
    const inner = graph.node('Gelu', [dense(graph, int8, x, width, hidden)]);
    x = norm(graph, graph.node('Add', [x, dense(graph, int8, inner, hidden, width)]), width);
  }
  const mean = graph.node('ReduceMean', [x, graph.shape(0)], { keepdims: 1 });
  return graph.model(graph.node('Softmax', [dense(graph, int8, mean, width, 3)], { axis: -1 }), tokens, 3);
}

export function cnnOnnx(precision, tokens, { vocabulary, width, filters, size }) {
  const graph = new Graph();
  const pads = [(size - 1) / 2, (size - 1) / 2];
  const turned = (x) =>
    graph.node('Unsqueeze', [graph.node('Transpose', [x], { perm: [1, 0] }), graph.shape(0)]);
  let best;
  if (precision === 'int8') {
    const u8 = (value) => graph.constant(UINT8, [], new Uint8Array([value]));
    const table = graph.constant(
      UINT8,
      [vocabulary, width],
      new Uint8Array(randomIntegers(vocabulary * width).buffer),
    );
    const weight = graph.constant(INT8, [filters, width, size], randomIntegers(filters * width * size));
    const inputs = [
      turned(graph.node('Gather', [table, 'ids'])),
      graph.scalar(0.001),
      u8(128),
      weight,
      graph.scalar(0.001),
    ];
    const bias = graph.constant(6, [filters], new Int32Array(filters));
    // Zero point 0 on the output is the ReLU.
    const y = graph.node(
      'QLinearConv',
      [...inputs, graph.constant(INT8, [], new Int8Array([0])), graph.scalar(0.01), u8(0), bias],
      { pads, kernel_shape: [size] },
    );
    best = graph.node('DequantizeLinear', [
      graph.node('ReduceMax', [y, graph.shape(2)], { keepdims: 0 }),
      graph.scalar(0.01),
      u8(0),
    ]);
  } else {
    const inputs = [
      turned(embedding(graph, false, vocabulary, width)),
      graph.floats([filters, width, size]),
      graph.floats([filters]),
    ];
    const y = graph.node('Relu', [graph.node('Conv', inputs, { pads, kernel_shape: [size] })]);
    best = graph.node('ReduceMax', [y, graph.shape(2)], { keepdims: 0 });
  }
  const logits = graph.node('Add', [
    graph.node('MatMul', [best, graph.floats([filters, 3])]),
    graph.floats([3]),
  ]);
  return graph.model(graph.node('Softmax', [logits], { axis: -1 }), tokens, 3);
}
