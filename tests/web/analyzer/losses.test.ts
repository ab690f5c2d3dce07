import { expect, test } from '@jest/globals';
import { lossesOf } from '../../../web/lib/analyzer/losses.js';
import { finish, type Slices } from '../../../web/lib/analyzer/slices.js';

const UNKNOWN = 1;

/** What is scored when the word `[from, to)` is left out. */
function leftOf(ids: readonly number[], from: number, to: number): number[] {
  const seen: number[][] = [];
  // eslint-disable-next-line require-yield
  function* scoring(windows: readonly Uint16Array[]): Slices<number[]> {
    for (const window of windows) seen.push([...window]);
    return windows.map(() => 0);
  }
  finish(lossesOf(Uint16Array.from(ids), [[from, to]], 0.5, UNKNOWN, scoring));
  expect(seen).toHaveLength(1);
  return seen[0]!;
}

test('no unknown follows an unknown where the word between them is left out', () => {
  expect(leftOf([7, UNKNOWN, 8, UNKNOWN, 9], 2, 3)).toEqual([7, UNKNOWN, 9]);
});

test('everything else that stands around the word stays', () => {
  expect(leftOf([7, UNKNOWN, 8, 5, 9], 2, 3)).toEqual([7, UNKNOWN, 5, 9]);
  expect(leftOf([7, 5, 8, UNKNOWN, 9], 2, 3)).toEqual([7, 5, UNKNOWN, 9]);
  expect(leftOf([8, UNKNOWN, 9], 0, 1)).toEqual([UNKNOWN, 9]);
  expect(leftOf([7, UNKNOWN, 8], 2, 3)).toEqual([7, UNKNOWN]);
  expect(leftOf([7, 8, 9, 5], 1, 3)).toEqual([7, 5]);
});

test('a word without which the text scores less has brought that much', () => {
  // eslint-disable-next-line require-yield
  function* scoring(windows: readonly Uint16Array[]): Slices<number[]> {
    return windows.map((window) => window.length / 10);
  }
  const losses = finish(
    lossesOf(
      Uint16Array.of(5, 6, 7),
      [
        [0, 1],
        [1, 3],
      ],
      0.5,
      UNKNOWN,
      scoring,
    ),
  );
  expect(losses[0]).toBeCloseTo(0.3, 6);
  expect(losses[1]).toBeCloseTo(0.4, 6);
});

test('a guess is never more than the least that was found, in either direction', () => {
  // Seven words that seem to matter and do little, and two that seem to work against them and are only guessed.
  const worth = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.4, 0.4];
  // eslint-disable-next-line require-yield
  function* scoring(windows: readonly Uint16Array[]): Slices<number[]> {
    return windows.map((window) =>
      window.length > 2 ? 0.9 : window.reduce((sum, id) => sum + worth[id - 10]!, 0),
    );
  }
  const ids = Uint16Array.from(worth, (_, i) => 10 + i);
  const words = worth.map((_, i): [number, number] => [i, i + 1]);
  const losses = finish(lossesOf(ids, words, 1, UNKNOWN, scoring));
  expect(losses.map((loss) => Math.round(loss * 1e6) / 1e6)).toEqual([
    ...[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
    ...[-0.1, 0.1],
  ]);
});

test('the first of many words is left out where it matters, and guessed where it does not', () => {
  // A window is worth the sum of its words, so that a guess of one from its neighbours is what it is worth.
  for (const worth of [
    [0.9, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01],
    [0.01, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.02],
  ]) {
    let isFirstLeftOut = false;
    // eslint-disable-next-line require-yield
    function* scoring(windows: readonly Uint16Array[]): Slices<number[]> {
      isFirstLeftOut ||= windows.some((window) => window.length === worth.length - 1 && window[0] === 11);
      return windows.map((window) => window.reduce((sum, id) => sum + worth[id - 10]!, 0));
    }
    const ids = Uint16Array.from(worth, (_, i) => 10 + i);
    const words = worth.map((_, i): [number, number] => [i, i + 1]);
    const whole = worth.reduce((sum, one) => sum + one, 0);
    const losses = finish(lossesOf(ids, words, whole, UNKNOWN, scoring));
    expect(losses[0]).toBeCloseTo(worth[0]!, 6);
    expect(isFirstLeftOut).toBe(worth[0]! > 0.5);
  }
});
