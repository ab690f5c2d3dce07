import { describe, expect, test } from '@jest/globals';
import { bestFront } from '../../../web/app/rooms/shrink/laboratory/front.js';
import {
  accuracyOf,
  agreementOf,
  logTicks,
  meanDifference,
  shareOf,
} from '../../../web/app/rooms/shrink/laboratory/statistics.js';
import type { Label, Sentiment } from '../../../web/lib/types.js';

const says = (label: Label, score: number): Sentiment => ({
  label,
  score,
  confidence: 1,
  probabilities: { negative: 0, neutral: 0, positive: 0, [label]: 1 },
  coverage: 1,
});

describe('a share', () => {
  test('has Wilson’s interval', () => {
    const { share, least, most } = shareOf(90, 100);
    expect(share).toBe(0.9);
    expect(least).toBeCloseTo(0.8256, 4);
    expect(most).toBeCloseTo(0.9448, 4);
  });

  test('has one at both ends, and without any text', () => {
    expect(shareOf(50, 50).least).toBeLessThan(1);
    expect(shareOf(50, 50).most).toBeCloseTo(1, 12);
    expect(shareOf(0, 50).least).toBeCloseTo(0, 12);
    expect(shareOf(0, 50).most).toBeGreaterThan(0);
    expect(shareOf(0, 0)).toMatchObject({ least: 0, most: 1 });
  });
});

const original = [says('positive', 0.9), says('neutral', 0), says('negative', -0.5), says('neutral', 0.1)];
const made = [says('positive', 0.8), says('positive', 0.3), says('negative', -0.5), says('negative', 0)];

test('agreement counts labels, the difference is that of scores', () => {
  expect(agreementOf(original, made)).toMatchObject({ hits: 2, texts: 4 });
  expect(meanDifference(original, made)).toBeCloseTo(0.5 / 4, 12);
});

test('accuracy counts the texts whose answer is known, and any label that is right', () => {
  const right: Label[][] = [['positive'], [], ['neutral'], ['negative', 'neutral']];
  expect(accuracyOf(original, right)).toMatchObject({ hits: 2, texts: 3 });
  expect(accuracyOf(made, right)).toMatchObject({ hits: 2, texts: 3 });
});

test('the best front: what nothing else beats in both size and share', () => {
  const point = (bytes: number, share: number): { bytes: number; share: number } => ({ bytes, share });
  const best = [point(100, 0.5), point(200, 0.8), point(400, 0.9)];
  const beaten = [point(150, 0.5), point(200, 0.7), point(500, 0.9)];
  expect(bestFront([...beaten, ...best].reverse())).toEqual(best);
  expect(bestFront([])).toEqual([]);
});

test('ticks are 1, 2 and 5 times powers of ten', () => {
  expect(logTicks(0.1, 6)).toEqual([0.1, 0.2, 0.5, 1, 2, 5]);
  expect(logTicks(150_000, 2_000_000)).toEqual([200_000, 500_000, 1_000_000, 2_000_000]);
});
