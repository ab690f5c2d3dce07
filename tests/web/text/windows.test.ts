import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packWindows, type PieceList } from '../../../web/lib/text/windows.js';

/** One piece a position; those listed go on a word. */
function pieces(length: number, goOn: number[] = []): PieceList {
  return {
    length,
    starts: Uint32Array.from({ length }, (_, i) => i),
    goesOn: (index) => goOn.includes(index),
  };
}

function pack(list: PieceList, sentences: number[], longest: number): [number, number][] {
  return packWindows(list, sentences, longest).map(({ from, to }) => [from, to]);
}

describe('packWindows', () => {
  test('keeps sentences whole and together while they fit', () => {
    expect(pack(pieces(20), [0, 4, 9, 15], 10)).toEqual([
      [0, 9],
      [9, 15],
      [15, 20],
    ]);
  });

  test('a sentence that fills a window exactly is one', () => {
    expect(pack(pieces(20), [0, 10], 10)).toEqual([
      [0, 10],
      [10, 20],
    ]);
  });

  test('cuts a sentence that is too long in even parts, the others stay whole', () => {
    expect(pack(pieces(27), [0, 4, 25], 10)).toEqual([
      [0, 4],
      [4, 11],
      [11, 18],
      [18, 25],
      [25, 27],
    ]);
  });

  test('cuts between words', () => {
    expect(pack(pieces(12, [5, 6, 7]), [0], 10)).toEqual([
      [0, 4],
      [4, 12],
    ]);
  });

  test('cuts a word that fills everything', () => {
    const goOn = Array.from({ length: 29 }, (_, i) => i + 1);
    expect(pack(pieces(30, goOn), [0], 10)).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
    ]);
  });

  test('holds every piece once, in order, never more than the longest', () => {
    const cases = fc.record({
      length: fc.integer({ min: 0, max: 300 }),
      longest: fc.integer({ min: 1, max: 50 }),
      cuts: fc.array(fc.integer({ min: 0, max: 320 }), { maxLength: 12 }),
      goOn: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }),
    });
    fc.assert(
      fc.property(cases, ({ length, longest, cuts, goOn }) => {
        const windows = packWindows(
          pieces(length, goOn),
          [...cuts].sort((a, b) => a - b),
          longest,
        );
        let at = 0;
        for (const { from, to } of windows) {
          expect(from).toBe(at);
          expect(to - from).toBeGreaterThan(0);
          expect(to - from).toBeLessThanOrEqual(longest);
          at = to;
        }
        expect(at).toBe(length);
      }),
    );
  });
});
