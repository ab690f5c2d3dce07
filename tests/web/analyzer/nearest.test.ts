import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearest } from '../../../web/lib/analyzer/nearest.js';

/** The fewest changes, by trying each as the last: the definition, in exponential time. */
function changes(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length;
  const [f, t] = [from.slice(0, -1), to.slice(0, -1)];
  const replaced = changes(f, t) + (from.at(-1) === to.at(-1) ? 0 : 1);
  return Math.min(replaced, changes(f, to) + 1, changes(from, t) + 1);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

test('no name takes fewer changes than the nearest', () => {
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 4 }), (asked, names) => {
      const counts = names.map((name) => changes(asked, name));
      expect(changes(asked, nearest(asked, names))).toBe(Math.min(...counts));
    }),
  );
});

test('of names that are as near the first is taken; capitals do not count', () => {
  expect(nearest('NANO', ['small', 'nano'])).toBe('nano');
  expect(nearest('ab', ['aX', 'Xb'])).toBe('aX');
  // One letter put in costs as much as one replaced.
  expect(nearest('abc', ['abcdd', 'abd'])).toBe('abd');
});
