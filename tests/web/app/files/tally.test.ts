import { describe, expect, test } from '@jest/globals';
import { dateOrder, dayOf } from '../../../../web/app/rooms/files/tally/dates.js';
import { Days, startOf } from '../../../../web/app/rooms/files/tally/days.js';
import { Groups, meanOf, MOST_VALUES, noMean, addTo } from '../../../../web/app/rooms/files/tally/groups.js';
import { Strongest } from '../../../../web/app/rooms/files/tally/strongest.js';
import { Tally } from '../../../../web/app/rooms/files/tally/tally.js';
import { TellingWords } from '../../../../web/app/rooms/files/tally/telling-words.js';
import type { Sentiment } from '../../../../web/lib/types.js';

const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000;

describe('dates', () => {
  test.each([
    ['2026-03-01', 'year-month-day'],
    ['2026/3/1 12:30', 'year-month-day'],
    ['2026-03-01T23:59:59+05:00', 'year-month-day'],
    ['2026年3月1日', 'year-month-day'],
    ['1.3.2026', 'day-month-year'],
    ['3/1/26, 8:00', 'month-day-year'],
    ['1772323200', 'seconds'],
    ['1772323200000', 'milliseconds'],
  ] as const)('%s is the first of March 2026', (text, order) => {
    expect(dayOf(text, order)).toBe(day('2026-03-01'));
  });

  test.each(['', '31.2.2026', '2026-13-01', 'May', '12', '4.5', '1/2', '555-1234'])(
    '%j is no day',
    (text) => {
      expect(dateOrder([text])).toBeUndefined();
    },
  );

  test('what is written says whether day or month stands first', () => {
    expect(dateOrder(['1/2/2026', '3/4/2026'])).toBe('month-day-year');
    expect(dateOrder(['1/2/2026', '13/4/2026'])).toBe('day-month-year');
    expect(dateOrder(['1.2.2026', '3.4.2026'])).toBe('day-month-year');
    expect(dateOrder(['2026-01-01', '', '2026-01-02'])).toBe('year-month-day');
    expect(dateOrder(['2026-01-01', 'unknown', '2026-01-02'])).toBeUndefined();
  });
});

describe('Days', () => {
  test('takes the shortest unit of which a picture holds all', () => {
    const course = (dates: readonly string[]): ReturnType<Days['spans']> => {
      const days = new Days('year-month-day');
      for (const date of dates) days.add(date, 0.5);
      return days.spans();
    };
    expect(course(['2026-01-01', '2026-01-30']).unit).toBe('day');
    expect(course(['2026-01-01', '2026-06-30']).unit).toBe('week');
    expect(course(['2023-01-01', '2026-06-30']).unit).toBe('month');
    expect(course(['1990-01-01', '2026-06-30']).unit).toBe('year');
    const { spans } = course(['2023-01-05', '2023-01-30', 'never', '2026-02-01']);
    expect(spans.map(({ day, count }) => [day, count])).toEqual([
      [day('2023-01-01'), 2],
      [day('2026-02-01'), 1],
    ]);
  });

  test('weeks begin on Monday, before 1970 too', () => {
    expect(startOf(day('2026-03-01'), 'week')).toBe(day('2026-02-23'));
    expect(startOf(day('2026-02-23'), 'week')).toBe(day('2026-02-23'));
    expect(startOf(day('1969-12-31'), 'week')).toBe(day('1969-12-29'));
    expect(startOf(day('2026-05-31'), 'quarter')).toBe(day('2026-04-01'));
  });
});

describe('Groups', () => {
  test('the mean has a margin that many texts make small', () => {
    const mean = noMean();
    for (let i = 0; i < 100; i++) addTo(mean, i % 2);
    expect(meanOf(mean).mean).toBeCloseTo(0.5);
    // 1.96 times the standard error of 100 throws of a coin.
    expect(meanOf(mean).margin).toBeCloseTo(0.0985, 3);
    expect(meanOf({ count: 1, sum: 1, squares: 1 }).margin).toBe(Infinity);
  });

  test('numbers stand in their order, names by their mean, the rarest left out', () => {
    const groups = (values: readonly string[]): string[] => {
      const made = new Groups();
      values.forEach((value, i) => {
        made.add(value, i / 100);
      });
      return made.largest(3).map(({ value }) => value);
    };
    expect(groups(['10', '10', '9', '9', '1', '1', '5'])).toEqual(['1', '9', '10']);
    expect(groups(['a', 'a', 'b', ' b', 'c', 'c', 'd'])).toEqual(['c', 'b', 'a']);
  });

  test('a column of different values is given up, and its memory with it', () => {
    const groups = new Groups();
    for (let i = 0; i < MOST_VALUES + 1; i++) groups.add(`id ${i}`, 0);
    groups.add('id 1', 0);
    expect(groups.size).toBe(0);
    expect(groups.isOfUse).toBe(false);
  });
});

test('the strongest of a side, once each, strongest first', () => {
  const strongest = new Strongest(-1, 3);
  [-0.1, -0.5, 0.9, -0.3, -0.5, -0.7].forEach((score, row) => {
    strongest.add(row, row === 4 ? 'text 1' : `text ${row}`, score);
  });
  expect(strongest.rows.map(({ row }) => row)).toEqual([5, 1, 3]);
});

describe('TellingWords', () => {
  test('a word that stands in good texts is told before one that stands in all', () => {
    const words = new TellingWords();
    for (let i = 0; i < 200; i++) {
      words.add(i % 2 === 0 ? 'The room was Lovely, lovely' : 'The room was dirty', i % 2 === 0 ? 0.8 : -0.8);
    }
    const { negative, positive } = words.most(1);
    expect(positive).toEqual([{ word: 'lovely', count: 100, mean: expect.closeTo(0.8) }]);
    expect(negative[0]?.word).toBe('dirty');
  });

  test('words that stand everywhere are none of them, what denies is', () => {
    const words = new TellingWords();
    for (let i = 0; i < 40; i++) {
      words.add(i % 2 === 0 ? 'It was not what they said' : 'Fine', i % 2 === 0 ? -0.8 : 0.8);
    }
    const found = words.most(10).negative.map(({ word }) => word);
    expect(found.toSorted()).toEqual(['not', 'said']);
  });

  test('holds no more words than it may, and keeps those that come again', () => {
    const words = new TellingWords(100);
    for (let i = 0; i < 5_000; i++)
      words.add(`again unique${'x'.repeat(i % 7)}${String.fromCharCode(97 + (i % 26))}q`, 0.5);
    for (let i = 0; i < 200; i++) words.add('bad', -0.5);
    expect(words.most(1).positive[0]?.word).toBe('again');
    expect(words.most(1).negative[0]?.word).toBe('bad');
  });
});

test('a tally counts bins, labels and what is silent, and finds the column to compare by', () => {
  const tally = new Tally(3, 0, new Map([[2, 'year-month-day']]));
  const said = (score: number, label: Sentiment['label'], confidence = 0.9): Sentiment => ({
    label,
    score,
    confidence,
    probabilities: { negative: 0, neutral: 0, positive: 0 },
    coverage: 1,
  });
  tally.add(0, 'a', ['a', 'x', '2026-01-01'], said(1, 'positive'));
  tally.add(1, 'b', ['b', 'y', '2026-01-02'], said(-1, 'negative'));
  tally.add(2, '', ['', 'x', ''], said(0, 'neutral', 0));
  tally.add(3, 'c', ['c', 'y', '2026-01-02'], said(-0.5, 'negative'));
  const summary = tally.summary({});
  expect(summary.labels).toEqual({ negative: 2, neutral: 1, positive: 1 });
  expect([0, 10, 20, 39].map((bin) => summary.bins[bin])).toEqual([1, 1, 1, 1]);
  expect(summary.silent).toBe(1);
  expect(summary.groupable).toEqual([1]);
  expect(summary.groups?.values.map(({ value, count }) => [value, count])).toEqual([
    ['x', 2],
    ['y', 2],
  ]);
  expect(summary.days?.spans.map(({ count }) => count)).toEqual([1, 2]);
  expect(tally.summary({ group: 7, date: 1 }).groups?.column).toBe(1);
});
