import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { testVocabulary } from './golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());

function ids(text: string): number[] {
  const { ids, length } = tokenizer.encode(text);
  return Array.from(ids.subarray(0, length));
}

describe('hostile text', () => {
  test.each([
    ['', []],
    [' \t\n\u00a0\u3000\u200b\ufeff\0', []],
    ['@someone https://example.com/a?b#c www.example.org', []],
  ])('%j holds nothing', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '#constructor',
    'prototype',
  ])('%s is an ordinary word', (word) => {
    const some = ids(word);
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((id) => Number.isInteger(id) && id < testVocabulary().pieces.length)).toBe(true);
  });

  test('curly and straight apostrophes, marks and capitals mean the same', () => {
    expect(ids('The film ISN’T good, café')).toEqual(ids("the film isn't good, cafe"));
    expect(ids('does n’t')).toEqual(ids("doesn't"));
    expect(ids('𝓁𝑜𝓋𝑒 Ａｍａｚｉｎｇ')).toEqual(ids('love amazing'));
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(..."'n'tsmd @#_.!?:()-<3/\\aA0’😀é的\u0301\ud83d\ude00\u200d\n".split('')),
      maxLength: 80,
    }),
  );

  test('gives known ids, and the same ones again', () => {
    const count = testVocabulary().pieces.length;
    fc.assert(
      fc.property(anyText, (text) => {
        const once = ids(text);
        expect(once.every((id) => id < count)).toBe(true);
        expect(ids(text)).toEqual(once);
      }),
    );
  });

  test('covers every letter of a to z outside addresses and handles', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc xyz.,!é😀\n'.split('')), maxLength: 60 }),
        (text) => {
          const { starts, ends, length } = tokenizer.encode(text);
          const covered = new Set<number>();
          for (let i = 0; i < length; ++i) for (let at = starts[i]!; at < ends[i]!; ++at) covered.add(at);
          for (let at = 0; at < text.length; ++at)
            if (/[a-z]/.test(text.charAt(at))) expect(covered.has(at)).toBe(true);
        },
      ),
    );
  });

  test('two texts a space apart give the ids of both, but for hashtags, addresses and what a space decides', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'good bad not.,!éx7😀'.split('')), maxLength: 40 });
    const unknown = testVocabulary().unknown;
    fc.assert(
      fc.property(plain, plain, (first, second) => {
        const apart = [...ids(first), ...ids(second)];
        // Two unknowns that meet become one.
        const merged = apart.filter((id, i) => id !== unknown || apart[i - 1] !== unknown);
        expect(ids(`${first} ${second}`)).toEqual(merged);
      }),
    );
  });
});
