import { describe, expect, test } from '@jest/globals';
import { changedWorstFirst } from '../../../web/app/rooms/shrink/laboratory/changes.js';
import { levelOf, previewRow } from '../../../web/app/rooms/shrink/laboratory/grid.js';
import {
  isSame,
  readSetting,
  type Setting,
  toOptions,
  writeSetting,
} from '../../../web/app/rooms/shrink/laboratory/setting.js';
import type { Label, Sentiment } from '../../../web/lib/types.js';

const read = (query: string): Setting => {
  const state = new URLSearchParams(query);
  return readSetting((name) => state.get(name));
};
const usual = read('');

describe('the setting in the address', () => {
  test('what is left out is the default, and is not written', () => {
    expect(usual).toEqual({
      trained: false,
      bits: 8,
      prune: 0,
      neurons: 0,
      scheme: 'symmetric',
      granularity: 'channel',
      range: 'auto',
      rounding: 'nearest',
      kernels: 'best',
    });
    expect(Object.entries(writeSetting(usual)).filter(([, value]) => value !== undefined)).toEqual([
      ['bits', '8'],
    ]);
  });

  test('what is written is read again', () => {
    const query =
      'bits=3&prune=50&neurons=25&scheme=asymmetric&granularity=tensor&range=mse&rounding=floor&kernels=simd&trained=yes';
    const written = Object.entries(writeSetting(read(query))).map(([name, value]) => `${name}=${value}`);
    expect(written.join('&')).toBe(query);
  });

  test.each([
    'bits=1',
    'bits=9',
    'bits=3.5',
    'bits=33',
    'bits=',
    'bits=__proto__',
    'prune=99',
    'prune=-5',
    'prune=7',
    'neurons=1e1',
    'scheme=__proto__',
    'range=MSE',
    'kernels=fast',
    'trained=1',
  ])('%s is the default', (query) => {
    expect(read(query)).toEqual(usual);
  });

  test('the quantizer gets fractions, and of what is not asked for nothing', () => {
    expect(toOptions(read('prune=30&neurons=5'))).toMatchObject({ prune: 0.3, pruneNeurons: 0.05 });
    expect(toOptions(usual)).not.toHaveProperty('prune');
    expect(toOptions(read('bits=3&trained=yes'))).toEqual({});
  });

  test('two settings are the same where they make the same model on the same kernels', () => {
    expect(isSame(read('bits=3&trained=yes'), read('bits=5&trained=yes'))).toBe(true);
    expect(isSame(read('bits=3'), read('bits=5'))).toBe(false);
    expect(isSame(read('kernels=simd'), read('kernels=scalar'))).toBe(false);
  });
});

describe('the preview of a row', () => {
  const row = Float32Array.from([-0.7, -0.31, -0.05, 0, 0.02, 0.1, 0.24, 0.66]);
  const codesOf = (query: string, weights = row): number[] => [...previewRow(weights, read(query)).codes];

  test.each([2, 3, 4, 5, 6, 7, 8])('%i bits have no more codes than they hold, and keep zero', (bits) => {
    const codes = codesOf(`bits=${bits}`);
    const most = 2 ** (bits - 1) - 1;
    expect(codes.every((code) => Math.abs(code) <= most)).toBe(true);
    expect(codes[3]).toBe(0);
  });

  test('from smallest to largest, the largest weight is met exactly', () => {
    const { codes, scale } = previewRow(row, read('bits=4&range=minmax'));
    expect(codes[0]).toBe(-7);
    expect(scale).toBeCloseTo(0.1, 6);
  });

  test('the range of least error errs no more than the full one', () => {
    // One weight far out stretches the full range over all others.
    const outlier = Float32Array.from({ length: 64 }, (_, i) => (i === 63 ? 1 : Math.sin(i) / 4));
    const errorOf = (query: string): number => {
      const coded = previewRow(outlier, read(query));
      return outlier.reduce((sum, weight, i) => sum + (levelOf(coded.codes[i]!, coded) - weight) ** 2, 0);
    };
    expect(errorOf('bits=3')).toBeLessThan(errorOf('bits=3&range=minmax'));
  });

  test('an asymmetric grid spans all weights with every code', () => {
    const codes = codesOf('bits=4&scheme=asymmetric');
    expect([codes[0], codes.at(-1)]).toEqual([-8, 7]);
  });

  test('a scale of the scheme power of two is one', () => {
    expect(previewRow(row, read('bits=4&scheme=power-of-two')).scale).toBe(0.125);
  });

  test('halves go to the even code; floor and towards zero differ below zero', () => {
    // The largest makes the scale 1.
    const halves = Float32Array.from([7, 0.5, 1.5, 2.5, -1.2]);
    const query = 'bits=4&range=minmax';
    expect(codesOf(query, halves)).toEqual([7, 0, 2, 2, -1]);
    expect(codesOf(`${query}&rounding=floor`, halves)).toEqual([7, 0, 1, 2, -2]);
    expect(codesOf(`${query}&rounding=signed-magnitude`, halves)).toEqual([7, 0, 1, 2, -1]);
  });

  test.each(['', 'scheme=asymmetric', 'bits=2&scheme=power-of-two'])(
    'a row of zeros has a grid: %s',
    (query) => {
      const { scale, codes, zeroPoint } = previewRow(new Float32Array(4), read(query));
      expect(scale).toBeGreaterThan(0);
      expect([...codes].every((code) => code === zeroPoint)).toBe(true);
    },
  );
});

test('changed answers come worst first; those that stayed are not among them', () => {
  const says = (label: Label, score: number): Sentiment => ({
    label,
    score,
    confidence: 1,
    probabilities: { negative: 0, neutral: 0, positive: 0, [label]: 1 },
    coverage: 1,
  });
  const all = [
    { text: 'little', original: says('neutral', 0.1), made: says('positive', 0.2) },
    { text: 'same', original: says('neutral', 0), made: says('neutral', 0.9) },
    { text: 'much', original: says('negative', -0.8), made: says('positive', 0.5) },
  ];
  expect(changedWorstFirst(all).map(({ text }) => text)).toEqual(['much', 'little']);
});
