import { describe, expect, test } from '@jest/globals';
import {
  accuracy,
  calibrationError,
  compare,
  evaluate,
  macro,
  pearson,
} from '../../../evaluation/metrics.js';
import type { Label, Sentiment } from '../../../web/lib/index.js';

function sentiment(
  negative: number,
  neutral: number,
  positive: number,
  score = positive - negative,
): Sentiment {
  const confidence = Math.max(negative, neutral, positive);
  const label: Label = confidence === neutral ? 'neutral' : confidence === negative ? 'negative' : 'positive';
  return { label, score, confidence, probabilities: { negative, neutral, positive }, coverage: 1 };
}

describe('figures of merit', () => {
  test('accuracy', () => {
    expect(accuracy([0, 1, 2, 2], [0, 1, 1, 2])).toBe(0.75);
  });

  test('macro F1 and recall, worked by hand', () => {
    // Class 0: 2 of 3 found, 2 given; class 1: 1 of 1 found, 2 given; class 2: 0 of 1 found, 1 given.
    const { f1, recall } = macro([0, 0, 0, 1, 2], [0, 0, 2, 1, 1]);
    expect(recall).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12);
    expect(f1).toBeCloseTo((4 / 5 + 2 / 3 + 0) / 3, 12);
  });

  test('a class that does not occur does not count', () => {
    expect(macro([0, 2], [0, 1])).toEqual({ f1: 0.5, recall: 0.5, recalls: [1, null, 0] });
  });

  test('Pearson', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(pearson([1, 2, 3], [5, 5, 5])).toBeUndefined();
  });

  test('calibration error, worked by hand', () => {
    // Two results in one bin, one of them right: |0.9 - 0.5|; one alone, right, at 0.6: |0.6 - 1|.
    const results = [sentiment(0.9, 0.05, 0.05), sentiment(0.05, 0.05, 0.9), sentiment(0.1, 0.6, 0.3)];
    expect(calibrationError([0, 0, 1], results)).toBeCloseTo((2 * 0.4 + 0.4) / 3, 12);
  });

  test('full confidence falls into the last bin, none into the first', () => {
    const nothing = { ...sentiment(0, 1, 0), confidence: 0 };
    expect(calibrationError([1, 0], [sentiment(0, 1, 0), nothing])).toBe(0);
  });
});

describe('evaluate', () => {
  const results = [sentiment(0.2, 0.5, 0.3), sentiment(0.3, 0.5, 0.2), sentiment(0.8, 0.1, 0.1)];

  test('without neutral texts the likelier of two counts', () => {
    expect(evaluate([{ label: 2 }, { label: 0 }, { label: 0 }], results)).toEqual({
      accuracy: 1,
      accuracyThreeWay: 1 / 3,
      f1: 1,
      recall: 1,
      recalls: [1, null, 1],
      refused: 0,
    });
  });

  test('with neutral texts the label counts, and confidence is checked', () => {
    const figures = evaluate([{ label: 1 }, { label: 1 }, { label: 2 }], results);
    expect(figures).toMatchObject({
      accuracy: 2 / 3,
      accuracyThreeWay: 2 / 3,
      recall: 0.5,
      recalls: [null, 1, 0],
    });
    expect(figures.calibrationError).toBeCloseTo((2 * 0.5 + 0.8) / 3, 12);
  });

  test('a text without confidence counts as refused', () => {
    const unread = { ...results[1]!, confidence: 0 };
    expect(evaluate([{ label: 1 }, { label: 1 }], [results[0]!, unread]).refused).toBe(0.5);
  });

  test('only graded rows make the correlation', () => {
    const rows = [
      { label: 2, score: 0.1 },
      { label: 0, score: -0.1 },
      { label: 0, score: -0.7 },
      { label: 0 },
    ];
    const { pearson: correlation } = evaluate(rows, [...results, sentiment(0, 0, 1)]);
    expect(correlation).toBeCloseTo(1, 12);
    expect(evaluate([{ label: 0 }], [results[2]!])).not.toHaveProperty('pearson');
  });

  test('compare', () => {
    const [first, second, third] = [
      sentiment(0.2, 0.5, 0.3, 0.1),
      sentiment(0.8, 0.1, 0.1, -0.5),
      sentiment(0, 0, 1, 1),
    ];
    expect(compare([first, second], [first, third])).toEqual({
      agreement: 0.5,
      meanDifference: 0.75,
      largestDifference: 1.5,
    });
  });
});
