import { describe, expect, test } from '@jest/globals';
import {
  codeOf,
  type Grid,
  gridOf,
  levelOf,
  previewGrid,
} from '../../../web/app/rooms/shrink/laboratory/grid.js';
import { wilson, worstFirst } from '../../../web/app/rooms/shrink/laboratory/outcome.js';
import {
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
      bits: 8,
      scheme: 'symmetric',
      granularity: 'channel',
      range: 'auto',
      rounding: 'nearest',
      prune: '0',
    });
    expect(Object.entries(writeSetting(usual)).filter(([, value]) => value !== undefined)).toEqual([
      ['bits', '8'],
    ]);
  });

  test('what is written is read again', () => {
    const query = 'bits=3&scheme=asymmetric&granularity=tensor&range=mse&rounding=floor&prune=50';
    const written = Object.entries(writeSetting(read(query))).map(([name, value]) => `${name}=${value}`);
    expect(written.join('&')).toBe(query);
  });

  test.each([
    'bits=1',
    'bits=9',
    'bits=3.5',
    'bits=33',
    'bits=',
    'scheme=__proto__',
    'prune=99',
    'range=MSE',
  ])('%s is the default', (query) => {
    expect(read(query)).toEqual(usual);
  });

  test('pruning goes tensor by tensor, and no pruning is no option', () => {
    expect(toOptions(read('prune=30'))).toMatchObject({ prune: 0.3, pruneScope: 'tensor' });
    expect(toOptions(usual)).not.toHaveProperty('prune');
  });
});

describe('levels', () => {
  const row = Float32Array.from([-0.7, -0.31, -0.05, 0, 0.02, 0.1, 0.24, 0.66]);
  test.each([2, 3, 4, 5, 6, 7, 8])('%i bits have no more codes than they hold, and keep zero', (bits) => {
    const grid = previewGrid(row, { ...usual, bits });
    expect([grid.least, grid.most]).toEqual([1 - 2 ** (bits - 1), 2 ** (bits - 1) - 1]);
    expect(codeOf(0, grid, 'nearest')).toBe(0);
  });

  test('from smallest to largest, the largest weight is met exactly', () => {
    const grid = previewGrid(row, { ...usual, bits: 4, range: 'minmax' });
    expect(codeOf(-0.7, grid, 'nearest')).toBe(-7);
    expect(grid.scale).toBeCloseTo(0.1, 6);
  });

  test('the range of least error errs no more than the full one', () => {
    // One weight far out stretches the full range over all others.
    const outlier = Float32Array.from({ length: 64 }, (_, i) => (i === 63 ? 1 : Math.sin(i) / 4));
    const errorOf = (grid: Grid): number =>
      outlier.reduce(
        (sum, weight) => sum + (levelOf(codeOf(weight, grid, 'nearest'), grid) - weight) ** 2,
        0,
      );
    const full = previewGrid(outlier, { ...usual, bits: 3, range: 'minmax' });
    expect(errorOf(previewGrid(outlier, { ...usual, bits: 3 }))).toBeLessThan(errorOf(full));
  });

  test('an asymmetric grid spans all weights with every code', () => {
    const grid = previewGrid(row, { ...usual, bits: 4, scheme: 'asymmetric' });
    expect([grid.least, grid.most]).toEqual([-8, 7]);
    expect(codeOf(-0.7, grid, 'nearest')).toBe(-8);
    expect(codeOf(0.66, grid, 'nearest')).toBe(7);
  });

  test('a scale of the scheme power of two is one', () => {
    const { scale } = previewGrid(row, { ...usual, bits: 4, scheme: 'power-of-two' });
    expect(scale).toBe(0.125);
  });

  test('halves go to the even code; floor and towards zero differ below zero', () => {
    const grid = gridOf({ bits: 4, scheme: 'symmetric' }, 1, 0);
    expect([0.5, 1.5, 2.5].map((weight) => codeOf(weight, grid, 'nearest'))).toEqual([0, 2, 2]);
    expect(codeOf(-1.2, grid, 'floor')).toBe(-2);
    expect(codeOf(-1.2, grid, 'signed-magnitude')).toBe(-1);
    expect(codeOf(99, grid, 'nearest')).toBe(7);
  });

  test('a row of zeros has a grid', () => {
    expect(previewGrid(new Float32Array(4), usual).scale).toBeGreaterThan(0);
  });
});

describe('the interval of a share', () => {
  test('is Wilson’s', () => {
    const [least, most] = wilson(90, 100);
    expect(least).toBeCloseTo(0.8256, 4);
    expect(most).toBeCloseTo(0.9448, 4);
  });

  test('holds at both ends, and without any text', () => {
    expect(wilson(50, 50)[0]).toBeLessThan(1);
    expect(wilson(50, 50)[1]).toBeCloseTo(1, 12);
    expect(wilson(0, 50)[0]).toBeCloseTo(0, 12);
    expect(wilson(0, 50)[1]).toBeGreaterThan(0);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

test('changed answers come worst first; the visitor’s own is there even where it stayed', () => {
  const says = (label: Label, score: number): Sentiment => ({
    label,
    score,
    confidence: 1,
    probabilities: { negative: 0, neutral: 0, positive: 0, [label]: 1 },
    coverage: 1,
  });
  const one = (text: string, own: boolean, float: Sentiment, quantized: Sentiment) => ({
    text,
    own,
    float,
    quantized,
  });
  const all = [
    one('own', true, says('positive', 0.9), says('positive', 0.1)),
    one('little', false, says('neutral', 0.1), says('positive', 0.2)),
    one('same', false, says('neutral', 0), says('neutral', 0)),
    one('much', false, says('negative', -0.8), says('positive', 0.5)),
  ];
  expect(worstFirst(all).map(({ text }) => text)).toEqual(['much', 'little', 'own']);
});
