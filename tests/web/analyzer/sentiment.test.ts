import { expect, test } from '@jest/globals';
import { sentimentAt } from '../../../web/lib/analyzer/sentiment.js';

const labelOf = (negative: number, neutral: number, positive: number): string =>
  sentimentAt(Float64Array.of(9, negative, neutral, positive, 0.5), 1, 1).label;

test('the likeliest class is the label; of equal ones neutral wins, then negative', () => {
  expect(labelOf(0.5, 0.3, 0.2)).toBe('negative');
  expect(labelOf(0.2, 0.3, 0.5)).toBe('positive');
  expect(labelOf(0.4, 0.4, 0.2)).toBe('neutral');
  expect(labelOf(0.2, 0.4, 0.4)).toBe('neutral');
  expect(labelOf(0.4, 0.2, 0.4)).toBe('negative');
});

test('score and confidence are those of the text', () => {
  const values = Float32Array.of(0.25, 0.5, 0.25, -0.75);
  expect(sentimentAt(values, 0, 0.5)).toEqual({
    label: 'neutral',
    score: -0.75,
    confidence: 0.5,
    probabilities: { negative: 0.25, neutral: 0.5, positive: 0.25 },
    coverage: 0.5,
  });
});
