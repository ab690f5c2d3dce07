import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from '../../../../web/app/rooms/files/worker/pace.js';
import { Scores } from '../../../../web/app/rooms/files/worker/scores.js';
import { orderOf, type ViewOptions } from '../../../../web/app/rooms/files/worker/view.js';
import { Pages, PAGE } from '../../../../web/app/rooms/files/table/pages.js';
import { Scroll, TALLEST } from '../../../../web/app/rooms/files/table/scroll.js';
import type { ViewRow } from '../../../../web/app/rooms/files/worker/protocol.js';
import { createWriter, FIELDS } from '../../../../web/lib/rows.js';
import type { Sentiment } from '../../../../web/lib/types.js';

const said = (score: number, confidence = 0.5): Sentiment => ({
  label: score < 0 ? 'negative' : 'positive',
  score,
  confidence,
  probabilities: { negative: 1 - confidence, neutral: 0, positive: confidence },
  coverage: 1,
});

describe('Scores', () => {
  test('what is kept is written as what was found', () => {
    const writer = createWriter({ kind: 'json', fields: FIELDS });
    fc.assert(
      fc.property(
        fc.float({ min: -1, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (score, sure) => {
          const scores = new Scores();
          scores.add(said(score, sure));
          expect(writer.result(scores.sentiment(0))).toBe(writer.result(said(score, sure)));
        },
      ),
    );
  });

  test('more rows than the first room for them, and those that failed between', () => {
    const scores = new Scores();
    for (let row = 0; row < 5_000; row++) {
      if (row % 3 === 0) scores.addUnreadable({ line: row + 2, error: `error ${row % 2}` });
      else scores.add(said(row / 5_000));
    }
    expect([scores.rows, scores.unreadable]).toEqual([5_000, 1_667]);
    expect(scores.failure(3_003)).toEqual({ line: 3_005, error: 'error 1' });
    expect(scores.failure(3_004)).toBeUndefined();
    expect(scores.label(3_003)).toBeUndefined();
    expect(scores.sentiment(3_004).score).toBeCloseTo(0.6008);
  });
});

describe('orderOf', () => {
  const scores = new Scores();
  for (const score of [0.5, -0.2, 0.9]) scores.add(said(score, Math.abs(score)));
  scores.addUnreadable({ line: 5, error: 'damaged' });
  for (const score of [-0.2, 0.1]) scores.add(said(score, 1 - Math.abs(score)));
  const order = (options: Partial<ViewOptions>, found?: Uint8Array): number[] | undefined => {
    const made = orderOf(scores, 6, { sort: 'row', isDescending: false, search: '', ...options }, found);
    return made && [...made];
  };

  test('every row as it stands needs no list', () => {
    expect(order({})).toBeUndefined();
  });

  test('equal rows stay in the order of the file, either way', () => {
    expect(order({ sort: 'score' })).toEqual([1, 4, 5, 0, 2]);
    expect(order({ sort: 'score', isDescending: true })).toEqual([2, 0, 5, 1, 4]);
    expect(order({ sort: 'confidence', isDescending: true })).toEqual([2, 5, 4, 0, 1]);
    expect(order({ isDescending: true })).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('one kind of rows, and what a search found', () => {
    expect(order({ only: 'negative' })).toEqual([1, 4]);
    expect(order({ only: 'unreadable', sort: 'score' })).toEqual([3]);
    expect(order({}, Uint8Array.of(0, 0, 1, 1, 0, 1))).toEqual([2, 3, 5]);
  });
});

describe('Scroll', () => {
  test('a table that fits is scrolled as it is', () => {
    const scroll = new Scroll(100, 40, 400);
    expect(scroll.height).toBe(4_000);
    expect(scroll.at(100)).toEqual({ first: 2, top: 80 });
    expect(scroll.toward(5, 0)).toBe(0);
    expect(scroll.toward(20, 0)).toBe(440);
    expect(scroll.toward(0, 440)).toBe(0);
  });

  test('of a million rows the first and the last come into sight, and each on its way', () => {
    const scroll = new Scroll(1_000_000, 40, 400);
    expect(scroll.height).toBe(TALLEST);
    expect(scroll.at(0)).toEqual({ first: 0, top: 0 });
    const end = scroll.at(TALLEST - 400);
    expect(end.first).toBe(999_990);
    expect(end.top + 10 * 40).toBeCloseTo(TALLEST);
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(TALLEST - 400), (row, from) => {
        const { first } = scroll.at(scroll.toward(row, from));
        expect(row - first).toBeGreaterThanOrEqual(-1);
        expect(row - first).toBeLessThanOrEqual(10);
      }),
    );
  });
});

test('pages are asked for once, a growing one again, and the furthest are let go', async () => {
  const asked: number[] = [];
  let rows = 120;
  const pages = new Pages(
    (from, count) => {
      asked.push(from);
      const length = Math.max(0, Math.min(count, rows - from));
      return Promise.resolve(Array.from({ length }, (_, i) => ({ row: from + i }) as ViewRow));
    },
    () => undefined,
  );
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  pages.want(10, 110);
  pages.want(20, 120);
  await settle();
  expect(asked).toEqual([0, 50, 100]);
  expect(pages.at(119)?.row).toBe(119);
  rows = 140;
  pages.grow();
  pages.want(0, 140);
  await settle();
  expect(asked).toEqual([0, 50, 100, 100]);
  for (let from = 0; from < 60 * PAGE; from += PAGE) {
    pages.want(from, from + 1);
    await settle();
  }
  expect(pages.at(0)).toBeUndefined();
});

test('a pause is no time that passes', () => {
  let now = 0;
  const pace = new Pace(() => now);
  now = 1_000;
  expect(pace.at(500, 5_000, 10_000)).toEqual({ rate: 500, left: 1_000 });
  pace.pause();
  now = 61_000;
  expect(pace.at(500, 5_000, 10_000).rate).toBe(500);
  pace.resume();
  now = 62_000;
  expect(pace.at(1_000, 10_000, 10_000)).toEqual({ rate: 500, left: 0 });
});
