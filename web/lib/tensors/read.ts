import { SentibyteError } from '../errors.js';
import * as slots from '../generated/slots.js';
import { FlatTable, refuse } from './flat.js';
import { BitReader, countSet, isSet, packedBytes } from './numbers.js';

/** A tensor that is stored in 32-bit floats. */
export interface FloatTensor {
  kind: 'float';
  name: string;
  /** Row-major, outermost first: output channels, or rows of a table. */
  shape: number[];
  weights: Float32Array<ArrayBuffer>;
}

/** A tensor that is stored in codes: a weight is `scale * (code - zeroPoint)`. */
export interface CodedTensor {
  kind: 'coded';
  name: string;
  shape: number[];
  /** 2 to 8, of each code as it is stored. */
  bits: number;
  codes: Int8Array<ArrayBuffer>;
  /** One for the whole tensor, or one for each row. */
  scales: Float32Array<ArrayBuffer>;
  /** As many as scales, or none: then all are 0. */
  zeroPoints: Int8Array<ArrayBuffer>;
}

export type Tensor = FloatTensor | CodedTensor;

// As engine/format has them.
const MOST_TENSORS = 4096;
const MOST_AXES = 4;
const FEWEST_BITS = 2;
const MOST_BITS = 8;
const FLOAT_BITS = 32;

/** What a tensor is before its numbers are unpacked. */
interface Packed {
  name: string;
  shape: number[];
  count: number;
  rows: number;
  data: Uint8Array;
  /** Of a sparse one: which of its elements are stored. */
  bitmap: Uint8Array | undefined;
}

const floats = (bytes: Uint8Array): Float32Array<ArrayBuffer> => new Float32Array(bytes.slice().buffer);

function shapeOf(table: FlatTable, field: string): number[] {
  // A copy: what lies in a blob need not lie on a multiple of four.
  const shape = [...new Uint32Array(table.vector(slots.tensorShape, 4, 'shape').slice().buffer)];
  if (shape.length === 0 || shape.length > MOST_AXES)
    refuse(`${field}.shape: ${shape.length} axes, not 1 to ${MOST_AXES}`);
  if (shape.includes(0)) refuse(`${field}.shape: axis ${shape.indexOf(0)} is 0`);
  return shape;
}

/** Its data has exactly the bytes that shape, bits and bitmap ask for. */
function packedOf(table: FlatTable, name: string, field: string, bits: number): Packed {
  const shape = shapeOf(table, field);
  const count = shape.reduce((product, extent) => product * extent, 1);
  const rows = shape[0]!;
  const data = table.vector(slots.tensorData, 1, 'data');
  const check = (expected: number): void => {
    if (data.length !== expected) refuse(`${field}.data: ${data.length} bytes, not ${expected}`);
  };
  if (table.byte(slots.tensorSparse, 0, 'sparse') === 0) {
    check(rows * packedBytes(count / rows, bits));
    return { name, shape, count, rows, data, bitmap: undefined };
  }
  const size = Math.ceil(count / 8);
  if (data.length < size) refuse(`${field}.data: ${data.length} bytes, too few for a bitmap of ${size}`);
  const bitmap = data.subarray(0, size);
  if (count % 8 !== 0 && bitmap[size - 1]! >> (count % 8) !== 0)
    refuse(`${field}.data: its bitmap has bits set past the last element`);
  check(size + packedBytes(countSet(bitmap), bits));
  return { name, shape, count, rows, data: data.subarray(size), bitmap };
}

function readFloats({ name, shape, count, data, bitmap }: Packed, field: string): FloatTensor {
  const stored = floats(data);
  const broken = stored.findIndex((number) => !Number.isFinite(number));
  if (broken >= 0) refuse(`${field}.data: number ${broken} is not finite`);
  if (!bitmap) return { kind: 'float', name, shape, weights: stored };
  const weights = new Float32Array(count);
  let next = 0;
  for (let i = 0; i < count; i++) if (isSet(bitmap, i)) weights[i] = stored[next++]!;
  return { kind: 'float', name, shape, weights };
}

function readCodes(packed: Packed, table: FlatTable, field: string, bits: number): CodedTensor {
  const { name, shape, count, rows, data, bitmap } = packed;
  const scales = floats(table.vector(slots.tensorScales, 4, 'scales'));
  const zeroPoints = new Int8Array(table.vector(slots.tensorZeroPoints, 1, 'zero_points'));
  if (scales.length !== 1 && scales.length !== rows)
    refuse(`${field}.scales: ${scales.length} entries, not 1 or ${rows}`);
  if (!scales.every((scale) => scale > 0 && scale < Infinity))
    refuse(`${field}.scales: not finite numbers above 0`);
  if (zeroPoints.length > 0 && zeroPoints.length !== scales.length)
    refuse(`${field}.zero_points: ${zeroPoints.length} entries, not ${scales.length}`);
  const codes = new Int8Array(count);
  const stored = new BitReader(data, bits);
  const width = count / rows;
  for (let row = 0, i = 0; row < rows; row++) {
    // What a sparse tensor leaves out is a real 0.
    const zero = zeroPoints[zeroPoints.length === 1 ? 0 : row] ?? 0;
    for (const end = i + width; i < end; i++) codes[i] = !bitmap || isSet(bitmap, i) ? stored.next() : zero;
    if (!bitmap) stored.align();
  }
  return { kind: 'coded', name, shape, bits, codes, scales, zeroPoints };
}

function nameOf(table: FlatTable, field: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(table.vector(slots.tensorName, 1, 'name'));
  } catch {
    return refuse(`${field}.name: not UTF-8`);
  }
}

/**
 * The tensors of a blob, in its order: names, shapes, and weights as floats or as codes with their scales. With `wanted`, only
 * those that it says yes to, by name and place: layers may call theirs alike. What it gives is a copy. Throws a `SentibyteError` with the code `model` for bytes that are no blob or a damaged one,
 * whoever wrote them; that the tensors make a network together is the engine's to check.
 * @example
 * for (const { name, shape } of readTensors(blob)) console.log(name, shape.join(' x '));
 */
export function readTensors(
  blob: Uint8Array,
  wanted: (name: string, place: number) => boolean = () => true,
): Tensor[] {
  if (!(blob instanceof Uint8Array)) throw new SentibyteError('input', 'readTensors needs a Uint8Array.');
  return FlatTable.root(blob, 'SBM1')
    .tables(slots.modelTensors, MOST_TENSORS, 'tensors')
    .flatMap((table, i): Tensor[] => {
      const field = `tensors[${i}]`;
      const name = nameOf(table, field);
      if (!wanted(name, i)) return [];
      const element = table.byte(slots.tensorElement, 0, 'element');
      if (element > 1) refuse(`${field}.element: ${element} is not known`);
      const bits = element === 0 ? FLOAT_BITS : table.byte(slots.tensorBits, MOST_BITS, 'bits');
      if (element === 1 && (bits < FEWEST_BITS || bits > MOST_BITS))
        refuse(`${field}.bits: ${bits}, not ${FEWEST_BITS} to ${MOST_BITS}`);
      const packed = packedOf(table, name, field, bits);
      return [element === 0 ? readFloats(packed, field) : readCodes(packed, table, field, bits)];
    });
}
