import { describe, expect, test } from '@jest/globals';
import type { Label, Sentiment } from '../../../web/lib/types.js';
import { verdictOf } from '../../../web/app/shared/verdict.js';
import { sharedWords } from '../../../web/app/shared/words/index.js';

function reading(label: Label, score: number): Sentiment {
  const probabilities = { negative: 0.1, neutral: 0.1, positive: 0.1, [label]: 0.8 };
  return { label, score, confidence: 0.8, probabilities, coverage: 1 };
}

describe('the verdict', () => {
  test.each([
    ['positive', 0.8, 'Strongly positive'],
    ['positive', 0.5, 'Clearly positive'],
    ['positive', 0.2, 'Slightly positive'],
    ['positive', 0.05, 'Barely positive'],
    ['negative', -0.1, 'Slightly negative'],
    ['negative', 0.02, 'Mixed, hard to call'],
    ['positive', -0.004, 'Mixed, hard to call'],
    ['neutral', 0.2, 'Neutral'],
    ['neutral', 0.5, 'Mixed, hard to call'],
  ] as const)('%s with %d is "%s"', (label, score, words) => {
    expect(sharedWords.en.verdict(verdictOf(reading(label, score)))).toBe(words);
  });

  test('never names a side that the written number does not lie on', () => {
    for (const label of ['negative', 'neutral', 'positive'] as const) {
      for (let score = -1; score <= 1; score += 0.003) {
        const verdict = verdictOf(reading(label, score));
        const written = Number(score.toFixed(2));
        if (verdict.kind === 'positive') expect(written).toBeGreaterThan(0);
        if (verdict.kind === 'negative') expect(written).toBeLessThan(0);
      }
    }
  });

  test('of a text without anything to judge says so', () => {
    const nothing = { ...reading('neutral', 0), confidence: 0 };
    expect(verdictOf(nothing)).toEqual({ kind: 'nothing' });
  });
});
