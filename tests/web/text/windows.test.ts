import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WindowPacker } from '../../../web/lib/text/windows.js';
import { plainWindows } from '../support/plain-windows.js';

/** Of the pieces 0, 1, 2..., of which those listed go on a word; cut at `sentences`, where each begins. */
function pack(
  length: number,
  sentences: readonly number[],
  longest: number,
  goOn: readonly number[] = [],
  dropEvery = Infinity,
): [number, number][] {
  const packer = new WindowPacker(longest, (id) => goOn.includes(id));
  const windows: [number, number][] = [];
  const take = (): void => {
    for (const { from, to } of packer.windows) windows.push([packer.ids[from]!, packer.ids[to - 1]! + 1]);
    packer.drop();
  };
  for (let id = 0; id < length; ++id) {
    if (id > 0 && sentences.includes(id)) packer.endSentence();
    packer.add(id);
    if (id % dropEvery === 0) take();
  }
  packer.end();
  take();
  return windows;
}

describe('a window packer', () => {
  test('keeps sentences whole and together while they fit', () => {
    expect(pack(20, [0, 4, 9, 15], 10)).toEqual([
      [0, 9],
      [9, 15],
      [15, 20],
    ]);
  });

  test('a sentence that fills a window exactly is one', () => {
    expect(pack(20, [0, 10], 10)).toEqual([
      [0, 10],
      [10, 20],
    ]);
  });

  test('sentences that fill a window exactly stay together', () => {
    expect(pack(20, [0, 4, 10, 13], 10)).toEqual([
      [0, 10],
      [10, 20],
    ]);
  });

  test('cuts a sentence that is too long in even parts, the others stay whole', () => {
    expect(pack(27, [0, 4, 25], 10)).toEqual([
      [0, 4],
      [4, 11],
      [11, 18],
      [18, 25],
      [25, 27],
    ]);
  });

  test('cuts between words', () => {
    expect(pack(12, [0], 10, [5, 6, 7])).toEqual([
      [0, 4],
      [4, 12],
    ]);
  });

  test('goes back to the middle of a window for a word, and no further', () => {
    // Three windows of 5: the middle of the first one is at 3.
    expect(pack(15, [0], 6, [4, 5])[0]).toEqual([0, 3]);
    expect(pack(15, [0], 6, [3, 4, 5])[0]).toEqual([0, 5]);
  });

  test('the end of a sentence needs no word behind it', () => {
    expect(pack(12, [0, 10], 5, [10])).toEqual([
      [0, 5],
      [5, 10],
      [10, 12],
    ]);
  });

  test('cuts a word that fills everything', () => {
    const goOn = Array.from({ length: 29 }, (_, i) => i + 1);
    expect(pack(30, [0], 10, goOn)).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
    ]);
  });

  const cases = fc.record({
    length: fc.integer({ min: 0, max: 300 }),
    longest: fc.integer({ min: 1, max: 50 }),
    cuts: fc.array(fc.integer({ min: 0, max: 320 }), { maxLength: 12 }),
    goOn: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }),
    dropEvery: fc.integer({ min: 1, max: 40 }),
  });

  test('holds every piece once, in order, never more than the longest', () => {
    fc.assert(
      fc.property(cases, ({ length, longest, cuts, goOn, dropEvery }) => {
        let at = 0;
        for (const [from, to] of pack(length, cuts, longest, goOn, dropEvery)) {
          expect(from).toBe(at);
          expect(to - from).toBeGreaterThan(0);
          expect(to - from).toBeLessThanOrEqual(longest);
          at = to;
        }
        expect(at).toBe(length);
      }),
    );
  });

  test('cuts as one does who has all pieces before him', () => {
    fc.assert(
      fc.property(cases, ({ length, longest, cuts, goOn, dropEvery }) => {
        const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < length).sort((a, b) => a - b);
        const plain = plainWindows(
          Array.from({ length }, (_, id) => goOn.includes(id)),
          ends,
          longest,
        );
        expect(pack(length, cuts, longest, goOn, dropEvery)).toEqual(plain.map(({ from, to }) => [from, to]));
      }),
      { numRuns: 300 },
    );
  });

  test('a sentence whose length is told in advance is cut as it comes, in the same places', () => {
    const goesOn = (id: number): boolean => id % 7 === 3;
    const whole = new WindowPacker(10, goesOn);
    const told = new WindowPacker(10, goesOn);
    for (let id = 0; id < 95; ++id) {
      whole.add(id);
      told.add(id);
      if (told.waiting === 30) {
        told.expect(95);
        expect(told.windows.length).toBeGreaterThan(1);
      }
    }
    whole.end();
    told.end();
    expect(told.windows).toEqual(whole.windows);
  });
});
