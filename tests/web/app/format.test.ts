import { describe, expect, test } from '@jest/globals';
import * as format from '../../../web/app/shared/format.js';

/** Units stay on the line of their number; tests read better with plain spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('score', () => {
  test.each([
    [0.618, '+0.62'],
    [-0.618, '−0.62'],
    [0, '0.00'],
    [-0.001, '0.00'],
    [1, '+1.00'],
  ])('%d is written %s', (value, text) => {
    expect(format.score(value)).toBe(text);
  });
});

describe('percent', () => {
  test('never claims all or nothing for what only comes near', () => {
    expect(plain(format.percent(0.999))).toBe('> 99 %');
    expect(plain(format.percent(0.001))).toBe('< 1 %');
    expect(plain(format.percent(0.99951, 1))).toBe('> 99.9 %');
    expect(plain(format.percent(1, 1))).toBe('100 %');
    expect(plain(format.percent(0))).toBe('0 %');
    expect(plain(format.percent(0.984, 1))).toBe('98.4 %');
  });
});

test('percents add up to 100', () => {
  expect(format.percents([0.024, 0.086, 0.89]).map(plain)).toEqual(['2 %', '9 %', '89 %']);
  expect(format.percents([1 / 3, 1 / 3, 1 / 3]).map(plain)).toEqual(['34 %', '33 %', '33 %']);
  expect(format.percents([0.0001, 0.0001, 0.9998]).map(plain)).toEqual(['< 1 %', '< 1 %', '> 99 %']);
  expect(format.percents([0.0049, 0.0949, 0.9002]).map(plain)).toEqual(['< 1 %', '10 %', '90 %']);
});

describe('sizes and times', () => {
  test.each([
    [999, '999 B'],
    [1000, '1.00 kB'],
    [280_123, '280 kB'],
    [999_600, '1.00 MB'],
    [1_930_000, '1.93 MB'],
    [67_000_000, '67.0 MB'],
  ])('%d bytes', (count, text) => {
    expect(plain(format.bytes(count))).toBe(text);
  });

  test.each([
    [0.0213, '0.021 ms'],
    [0.3, '0.30 ms'],
    [12.34, '12.3 ms'],
    [512, '512 ms'],
    [2345, '2.35 s'],
  ])('%d milliseconds', (milliseconds, text) => {
    expect(plain(format.duration(milliseconds))).toBe(text);
  });

  test('ratios and rates', () => {
    expect(plain(format.ratio(3.94))).toBe('3.9');
    expect(plain(format.ratio(12.4))).toBe('12');
    expect(plain(format.perSecond(12_345.6))).toBe('12,346 / s');
  });

  test('a difference is not rounded to nothing', () => {
    expect(plain(format.difference(-0.0001))).toBe('< 0.001');
    expect(format.difference(0)).toBe('0');
    expect(format.difference(-0.0123)).toBe('0.012');
  });
});
