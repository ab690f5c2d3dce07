import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createEngine } from '../../../web/lib/node/engine.js';
import { createQuantizer, type QuantizeOptions, type Quantizer } from '../../../web/lib/quantizer.js';
import { toWords } from '../../../web/lib/quantizer/options.js';
import { fixture } from '../../support/fixtures.js';

const FAMILIES = ['dense', 'cnn', 'rnn', 'gru', 'transformer'];
const read = (path: string): Buffer => readFileSync(new URL(`../../../${path}`, import.meta.url));

let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer();
});
afterAll(() => {
  quantizer.dispose();
});

/** 64-bit FNV-1a, as tests/engine/quantizer/golden_test.cc computes it. */
function hash(bytes: Uint8Array): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of bytes) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}

describe('the quantizer in WebAssembly', () => {
  const golden = read('tests/golden/quantizer/blobs.txt').toString().trim().split('\n');
  test.each(golden)('writes the bytes that the command writes: %s', (line) => {
    const [family = '', expected, ...words] = line.split(' ');
    const options = Object.fromEntries(
      words.flatMap((word, i) => (i % 2 === 0 ? [[camel(word), numeric(words[i + 1] ?? '')]] : [])),
    ) as QuantizeOptions;
    expect(hash(quantizer.quantize(fixture(`${family}.float`), options).blob)).toBe(expected);
  });

  test.each(FAMILIES)('%s: the engine runs the result, and the report says how', async (family) => {
    for (const scheme of ['symmetric', 'asymmetric'] as const) {
      const { blob, report } = quantizer.quantize(fixture(`${family}.float`), { scheme, bits: 8 });
      expect(report.bytes).toBe(blob.length);
      const engine = await createEngine({ blob, precision: 'int8' });
      expect(engine.path).toBe(report.path);
      expect(engine.run(Uint16Array.of(1, 2, 3), Uint32Array.of(3))).toHaveLength(4);
      engine.dispose();
    }
  });

  test('reports tensors and activations', () => {
    const { report } = quantizer.quantize(fixture('dense.float'), {
      scheme: 'power-of-two',
      granularity: 'tensor',
      bits: 6,
      bitsFor: { pieces: 3 },
    });
    expect(report.tensors.map(({ name, bits }) => [name, bits])[0]).toEqual(['pieces', 3]);
    const { fixed_point: point, scale } = report.tensors[0]!;
    expect(scale).toBeCloseTo(2 ** -Number(point?.n), 12);
    expect(report.activations.every(({ scale: step }) => step > 0)).toBe(true);
  });

  test('refuses in words and goes on', () => {
    const blob = fixture('dense.float');
    expect(() => quantizer.quantize(blob, { bits: 9 })).toThrow(
      '--bits: "9" is not a whole number from 2 to 8',
    );
    expect(() => quantizer.quantize(blob, { bitsFor: { nobody: 4 } })).toThrow(
      'no tensor to quantize has this name',
    );
    expect(() => quantizer.quantize(blob, { budget: 100 })).toThrow('this model takes');
    expect(() => quantizer.quantize(blob.subarray(0, 1000))).toThrow(
      expect.objectContaining({ code: 'input' }),
    );
    expect(() => quantizer.quantize(fixture('dense'))).toThrow('quantized already');
    expect(() => quantizer.quantize(blob, { wat: 1 } as QuantizeOptions)).toThrow('"wat" is no option');
    expect(quantizer.quantize(blob).blob.length).toBeGreaterThan(1000);
  });

  test('is not harmed by what is no blob', () => {
    const transferred = new Uint8Array(8);
    structuredClone(transferred, { transfer: [transferred.buffer] });
    for (const wrong of [
      null,
      undefined,
      7,
      'blob',
      new Uint16Array(8),
      new DataView(new ArrayBuffer(8)),
      transferred,
    ]) {
      expect(() => quantizer.quantize(wrong as Uint8Array)).toThrow(
        expect.objectContaining({ name: 'SentibyteError', code: 'input' }),
      );
    }
    expect(quantizer.quantize(fixture('dense.float')).blob.length).toBeGreaterThan(1000);
  });

  test('after dispose there is one clear error', async () => {
    const other = await createQuantizer({ wasm: read('web/lib/engine/quantizer.wasm') });
    other.dispose();
    expect(() => other.quantize(fixture('dense.float'))).toThrow(
      expect.objectContaining({ code: 'disposed' }),
    );
  });
});

describe('options as words', () => {
  test('every option, numbers without exponents', () => {
    expect(
      toWords({ scheme: 'asymmetric', prune: 1e-7, bitsFor: { 'a*': 4, b: 8 }, pruneNeurons: 0.25 }),
    ).toBe(
      '--scheme\nasymmetric\n--prune\n0.0000001\n--bits-for\na*=4\n--bits-for\nb=8\n--prune-neurons\n0.25',
    );
    expect(toWords({})).toBe('');
  });

  test('a line break cannot smuggle an option in', () => {
    expect(() => toWords({ bitsFor: { 'x=4\n--bits': 2 } })).toThrow('line break');
  });
});

const camel = (flag: string): string =>
  flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const numeric = (word: string): string | number => (/^[\d.]+$/.test(word) ? Number(word) : word);
