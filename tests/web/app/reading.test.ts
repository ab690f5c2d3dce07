import { describe, expect, test } from '@jest/globals';
import { bars } from '../../../web/app/rooms/read/sentences.js';
import { stepOf } from '../../../web/app/rooms/read/tint.js';
import { heaviest, wordAt } from '../../../web/app/rooms/read/word-weights.js';
import { Reader, type StartReader } from '../../../web/app/shared/reader.js';
import { VisitorText } from '../../../web/app/shared/visitor-text.js';

const text = 'good, bad';
const words = [
  { start: 0, end: 4, share: 0.5 },
  { start: 4, end: 5, share: -0.9 },
  { start: 6, end: 9, share: -0.6 },
];

describe('words', () => {
  test('are found by the place of the caret, at their end too', () => {
    expect(wordAt(words, 0)).toBe(words[0]);
    expect(wordAt(words, 9)).toBe(words[2]);
    expect(wordAt(words, 4)).toBe(words[1]);
    expect(wordAt(words, 20)).toBeUndefined();
  });

  test('that weigh most come first, and a comma is none', () => {
    expect(heaviest(text, words)).toEqual([words[2], words[0]]);
  });

  test('are coloured against the largest, but a faint text stays faint', () => {
    expect(stepOf(0.5, 0.5)).toBe(4);
    expect(stepOf(-0.2, 0.5)).toBe(-2);
    expect(stepOf(0.02, 0.5)).toBe(0);
    expect(Math.abs(stepOf(0.06, 0.06))).toBe(1);
  });
});

test('bars of many sentences are shared, and lose none of their length', () => {
  const sentences = Array.from({ length: 1000 }, (_, i) => ({ start: i * 10, end: i * 10 + 10, score: 0.5 }));
  const drawn = bars(sentences);
  expect(drawn.length).toBeLessThanOrEqual(240);
  expect(drawn.reduce((sum, { length }) => sum + length, 0)).toBe(10_000);
  expect(drawn.every(({ score }) => score === 0.5)).toBe(true);
});

describe('the text of the visitor', () => {
  test('stands in the storage of the tab after it was saved', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    } as unknown as Storage;
    const written = new VisitorText(() => storage);
    written.value = 'mine';
    written.save();
    expect(new VisitorText(() => storage).value).toBe('mine');
  });

  test('lives on where storage is denied', () => {
    const denied = new VisitorText(() => {
      throw new Error('denied');
    });
    denied.value = 'mine';
    denied.save();
    expect(denied.value).toBe('mine');
  });
});

describe('the reader', () => {
  const worker = { kernels: 'simd', dispose: () => undefined } as unknown as Awaited<ReturnType<StartReader>>;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  test('that could not start can be started again', async () => {
    let attempts = 0;
    const reader = new Reader(({ onModel }) => {
      if (++attempts === 1) return Promise.reject(new Error('no script'));
      onModel({ model: 'nano' });
      return Promise.resolve(worker);
    });
    reader.start();
    await settled();
    expect(reader.worker).toBeUndefined();
    expect(reader.state.failure).toEqual(new Error('no script'));
    reader.start();
    await settled();
    expect(reader.worker).toBe(worker);
    expect(reader.state).toMatchObject({ model: 'nano', kernels: 'simd' });
    expect(reader.state.failure).toBeUndefined();
    reader.start();
    await settled();
    expect(attempts).toBe(2);
  });
});
