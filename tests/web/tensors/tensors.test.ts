import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ByteBuffer } from 'flatbuffers';
import { Model } from '../../../web/lib/generated/sentibyte/format/model.js';
import { modelTensors } from '../../../web/lib/generated/slots.js';
import { createQuantizer, type QuantizeOptions, type Quantizer } from '../../../web/lib/quantizer.js';
import { readTensors, SentibyteError, type Tensor } from '../../../web/lib/tensors.js';
import { fixture } from '../../support/fixtures.js';

const FAMILIES = ['dense', 'cnn', 'rnn', 'gru', 'transformer'];

let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer();
});
afterAll(() => {
  quantizer.dispose();
});

/** The numbers that a tensor stands for. */
function numbersOf(tensor: Tensor): Float32Array {
  if (tensor.kind === 'float') return tensor.weights;
  const { shape, codes, scales, zeroPoints } = tensor;
  const width = codes.length / shape[0]!;
  return Float32Array.from(codes, (code, i) => {
    const grid = scales.length === 1 ? 0 : Math.floor(i / width);
    return scales[grid]! * (code - (zeroPoints[grid] ?? 0));
  });
}

test.each(FAMILIES)('%s: names, shapes and floats are those of the schema’s own classes', (family) => {
  const blob = fixture(`${family}.float`);
  const model = Model.getRootAsModel(new ByteBuffer(new Uint8Array(blob)));
  const expected = Array.from({ length: model.tensorsLength() }, (_, i) => {
    const tensor = model.tensors(i)!;
    const shape = Array.from({ length: tensor.shapeLength() }, (_, axis) => tensor.shape(axis)!);
    return {
      kind: 'float',
      name: tensor.name()!,
      shape,
      weights: new Float32Array(tensor.dataArray()!.slice().buffer),
    };
  });
  expect(readTensors(blob)).toEqual(expected);
});

test('tensors by name alone, from a blob at any place in memory', () => {
  const blob = fixture('dense.float');
  const shifted = new Uint8Array(blob.length + 3).subarray(3);
  shifted.set(blob);
  const all = readTensors(blob);
  const { name } = all[1]!;
  expect(readTensors(shifted)).toEqual(all);
  expect(readTensors(shifted, (one) => one === name)).toEqual([all[1]]);
  expect(readTensors(shifted, (_, place) => place === 2)).toEqual([all[2]]);
  expect(readTensors(blob, () => false)).toEqual([]);
});

describe.each(FAMILIES)('%s, quantized', (family) => {
  const ways: QuantizeOptions[] = [
    ...[2, 3, 4, 5, 6, 7, 8].map((bits) => ({ bits })),
    { bits: 5, scheme: 'asymmetric', granularity: 'tensor' },
    { bits: 6, scheme: 'asymmetric', prune: 0.8 },
    { bits: 3, prune: 0.9, granularity: 'global' },
  ];
  test.each(ways)('%j: the codes stand for what the report says', (options) => {
    const original = readTensors(fixture(`${family}.float`));
    const { blob, report } = quantizer.quantize(fixture(`${family}.float`), options);
    const made = readTensors(blob);
    expect(made.map(({ name }) => name)).toEqual(original.map(({ name }) => name));
    const pairs = made.flatMap((tensor, i) =>
      tensor.kind === 'coded' ? [{ tensor, before: numbersOf(original[i]!) }] : [],
    );
    report.tensors.forEach(({ name, shape, bits, zeros, max_error: error }, i) => {
      const { tensor, before } = pairs[i]!;
      expect(tensor).toMatchObject({ name, shape, bits });
      const numbers = numbersOf(tensor);
      expect(numbers.filter((number) => number === 0).length / numbers.length).toBeCloseTo(zeros, 5);
      const errors = numbers.map((number, at) => Math.abs(number - before[at]!));
      if (options.prune === undefined) expect(Math.max(...errors)).toBeCloseTo(error, 5);
      // A pruned weight is further off than any rounding: the report counts what is left.
      else expect(Math.max(...errors.filter((_, at) => numbers[at] !== 0))).toBeLessThan(error + 1e-5);
    });
    expect(options.prune === undefined || report.tensors.some(({ sparse }) => sparse)).toBe(true);
  });
});

describe('hostile bytes', () => {
  const blob = fixture('dense.float');
  const coded = (): Uint8Array => quantizer.quantize(blob, { bits: 3, prune: 0.8 }).blob;

  /** Reads, and lets nothing but the typed error out. */
  function attempt(bytes: Uint8Array): string {
    try {
      readTensors(bytes);
      return '';
    } catch (error) {
      if (!(error instanceof SentibyteError) || error.code !== 'model') throw error;
      return error.message;
    }
  }

  test('what is no blob is said to be none', () => {
    expect(attempt(new Uint8Array())).toMatch(/not a model/);
    expect(attempt(new TextEncoder().encode('<!doctype html><title>404</title>'))).toMatch(/not a model/);
    expect(() => readTensors('SBM1' as unknown as Uint8Array)).toThrow('needs a Uint8Array');
  });

  test('a blob that is cut anywhere is refused, or whole without its end', () => {
    const whole = coded();
    const refused = Array.from({ length: 100 }, (_, i) =>
      attempt(whole.slice(0, Math.floor((i * whole.length) / 100))),
    ).filter((message) => message !== '').length;
    expect(refused).toBeGreaterThan(90);
  });

  test('any byte may be any other', () => {
    for (const whole of [new Uint8Array(blob), coded()]) {
      let refused = 0;
      for (let at = 0; at < whole.length; at += at < 1024 ? 3 : 1009) {
        for (const value of [0, 255, whole[at]! ^ 1]) {
          const bytes = whole.slice();
          bytes[at] = value;
          if (attempt(bytes) !== '') refused++;
        }
      }
      expect(refused).toBeGreaterThan(10);
    }
  });

  test('tensors that share their bytes are refused', () => {
    const bytes = new Uint8Array(blob);
    const view = new DataView(bytes.buffer);
    const root = view.getUint32(0, true);
    const vtable = root - view.getInt32(root, true);
    const field = root + view.getUint16(vtable + modelTensors, true);
    const entries = field + view.getUint32(field, true) + 4;
    const count = view.getUint32(entries - 4, true);
    const target = entries + view.getUint32(entries, true);
    for (let i = 1; i < count; i++) view.setUint32(entries + 4 * i, target - entries - 4 * i, true);
    expect(attempt(bytes)).toMatch(/shares its bytes with others/);
  });
});
