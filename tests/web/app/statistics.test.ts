import { describe, expect, test } from '@jest/globals';
import { binned, logTicks, median, quantile, summarise } from '../../../web/app/rooms/shrink/statistics.js';
import type { Label, Sentiment } from '../../../web/lib/types.js';

const says = (label: Label, score: number): Sentiment => ({
  label,
  score,
  confidence: 1,
  probabilities: { negative: 0, neutral: 0, positive: 0, [label]: 1 },
  coverage: 1,
});

test('median and quantiles lie between their neighbours', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([7], 0.9)).toBe(7);
});

test('agreement counts labels and finds the largest difference', () => {
  const left = [says('positive', 0.9), says('neutral', 0), says('negative', -0.5)];
  const right = [says('positive', 0.8), says('positive', 0.3), says('negative', -0.5)];
  const { meanDifference, ...rest } = summarise({ left, right });
  expect(rest).toEqual({ texts: 3, sameLabel: 2, largestDifference: 0.3, largestAt: 1 });
  expect(meanDifference).toBeCloseTo(0.4 / 3, 12);
});

describe('logarithmic bins', () => {
  test('every positive time is counted once, on the side it belongs to', () => {
    const left = [0.01, 0.1, 0.1, 1];
    const right = [0.5, 20, 0];
    const bins = binned(left, right);
    const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
    expect(sum(bins!.counts.left)).toBe(4);
    expect(sum(bins!.counts.right)).toBe(2);
    expect(bins!.counts.left).toHaveLength(bins!.counts.right.length);
  });

  test('nothing to draw without times', () => {
    expect(binned([], [])).toBeUndefined();
    expect(binned([0], [])).toBeUndefined();
  });

  test('ticks are 1, 2 and 5 times powers of ten, without rounding dust', () => {
    expect(logTicks(0.015, 1.2)).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1]);
    expect(logTicks(9, 60)).toEqual([10, 20, 50]);
  });
});
