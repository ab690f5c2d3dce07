import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sharesOf } from '../../../web/lib/analyzer/shares.js';

const part = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 1e4);
const losses = fc.array(
  part.map((value) => 2 * value),
  { minLength: 1, maxLength: 40 },
);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('shares', () => {
  test('are the losses where those add up', () => {
    expect(sharesOf(0.75, [0.5, 0.25])).toEqual([0.5, 0.25]);
  });

  test('of words that hide each other grow', () => {
    expect(sharesOf(-0.9, [-0.02, -0.01, 0])).toEqual([expect.closeTo(-0.6), expect.closeTo(-0.3), 0]);
  });

  test('of words that all count the whole shrink', () => {
    expect(sharesOf(-0.5, [-0.75, -0.25])).toEqual([expect.closeTo(-0.375), expect.closeTo(-0.125)]);
  });

  test('of a score of 0 are 0', () => {
    expect(sharesOf(0, [0.5, -0.5])).toEqual([0, 0]);
  });

  test('add up to the score', () => {
    fc.assert(
      fc.property(part, losses, (score, each) => {
        expect(sum(sharesOf(score, each))).toBeCloseTo(score, 6);
      }),
    );
  });

  test('the largest is of the word without which least of the score is left, and has its sign', () => {
    fc.assert(
      fc.property(part, losses, (score, each) => {
        fc.pre(score !== 0);
        const shares = sharesOf(score, each);
        const along = shares.map((share) => Math.sign(score) * share);
        const greatest = Math.max(...each.map((loss) => Math.sign(score) * loss));
        const strongest = along.indexOf(Math.max(...along));
        expect(Math.sign(score) * each[strongest]!).toBeCloseTo(greatest, 9);
        for (const share of along) expect(-share).toBeLessThanOrEqual(along[strongest]! + 1e-9);
      }),
    );
  });

  test('have the signs of the losses where any pulls along', () => {
    fc.assert(
      fc.property(part, losses, (score, each) => {
        fc.pre(each.some((loss) => loss * score > 0));
        sharesOf(score, each).forEach((share, i) => {
          if (share !== 0) expect(Math.sign(share)).toBe(Math.sign(each[i]!));
        });
      }),
    );
  });
});
