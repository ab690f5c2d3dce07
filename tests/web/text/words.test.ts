import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitWords } from '../../../web/lib/text/words.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { testVocabulary } from '../tokenizer/golden.js';

const tokenizer = new Tokenizer(testVocabulary());
const split = (text: string) => splitWords(text, tokenizer.encode(text), tokenizer.unknown);
const textsOf = (text: string): string[] => split(text).map(({ start, end }) => text.slice(start, end));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'good',
        "n't",
        ' ',
        ':-)',
        ':D',
        '8',
        '...',
        '😀',
        '👨‍👩‍👧',
        '🇫🇷',
        '@bob',
        '#tag',
        "'s",
        '，',
        'é',
        '<3',
        '\n',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('words', () => {
  test.each([
    ["I can't wait, it's half-baked!!", ['I', "can't", 'wait', ',', "it's", 'half-baked', '!!']],
    ['good:) 😀😀👍🏽 🇫🇷', ['good', ':)', '😀😀', '👍🏽', '🇫🇷']],
    [
      '@bob #LoveIt https://example.com/a?b www.example.com.',
      ['@bob', '#LoveIt', 'https://example.com/a?b', 'www.example.com.'],
    ],
    ['(really) "bad" ... 3.5', ['(', 'really', ')', '"', 'bad', '"', '...', '3', '.', '5']],
    // One unknown stands for both, and holds neither together.
    ['good ψωφ δηθ bad', ['good', 'ψωφ', 'δηθ', 'bad']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  test('hold every character that is not white space, once, and every piece', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = split(text);
        let at = 0;
        let piece = 0;
        for (const { start, end, from, to } of words) {
          expect(text.slice(at, start)).toMatch(/^\s*$/u);
          expect(end).toBeGreaterThan(start);
          expect(from).toBe(piece);
          expect(to).toBeGreaterThanOrEqual(from);
          at = end;
          piece = to;
        }
        expect(text.slice(at)).toMatch(/^\s*$/u);
        if (words.length > 0) expect(piece).toBe(tokenizer.encode(text).length);
      }),
    );
  });

  test('cut no character in two', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start } of split(text)) {
          expect(text.slice(Math.max(0, start - 1), start + 1)).not.toMatch(
            /^[\ud800-\udbff][\udc00-\udfff]$/,
          );
        }
      }),
    );
  });

  test('cut no emoji, accent or flag in two', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const units = fc.constantFrom('e\u0301', '👨‍👩‍👧', '👍🏽', '🇫🇷', '❤️', '1️⃣', 'a', '!', ' ', '한', 'नि', '"');
    fc.assert(
      fc.property(fc.array(units, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const borders = new Set(Array.from(graphemes.segment(text), ({ index }) => index));
        for (const { start } of split(text)) expect(borders).toContain(start);
      }),
    );
  });
});
