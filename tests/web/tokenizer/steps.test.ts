import { describe, expect, jest, test } from '@jest/globals';
import type { Vocabulary } from '../../../web/lib/tokenizer/lexicon.js';
import { NormalText } from '../../../web/lib/tokenizer/normal-text.js';
import { Normaliser } from '../../../web/lib/tokenizer/normalise.js';
import { Pieces } from '../../../web/lib/tokenizer/pieces.js';
import { TextReader } from '../../../web/lib/tokenizer/reader.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { Trie } from '../../../web/lib/tokenizer/trie.js';
import { WordReader } from '../../../web/lib/tokenizer/words.js';
import { countCalls, methodsOf } from '../support/steps.js';

// Ten megabytes on a busy machine; what is compared is steps.
jest.setTimeout(240_000);

const MEGABYTE = 1 << 20;

/** The worst that engine/format/FORMAT.md lets pass: everything nearly fits, as long as it may be. */
const worst: Vocabulary = {
  pieces: [
    '##' + 'a'.repeat(38) + 'b',
    '##a',
    "'m",
    '[unk]',
    'a',
    'a'.repeat(39) + 'b',
    'ab'.repeat(100),
    'not',
    'x',
  ],
  unknown: 3,
  readable: 0.7,
  words: [
    ['x' + "'m".repeat(63) + 'q', Array.from({ length: 16 }, () => 'a').join(' ')],
    ["n't".repeat(42), 'a'],
    ['q', Array.from({ length: 16 }, () => 'a').join(' ')],
  ],
  emoticons: [
    ['!?'.repeat(15) + '!x', 'a'],
    [':'.repeat(32), 'a'],
    ['a'.repeat(31) + ':', 'a'],
  ],
};

/** Each is the worst for one rule. */
const patterns: Record<string, string> = {
  'emoticons that nearly are': '!?',
  'emoticons of one symbol': ':'.repeat(31) + '. ',
  'words that nearly are rewrites': 'x' + "'m".repeat(63) + ' ',
  'words that become many pieces': 'q ',
  'words of single letters': 'a'.repeat(39) + 'c ',
  'words that are nearly pieces': 'ab'.repeat(99) + 'c ',
  'elongated words': 'abaaa ',
  'one word': 'ab',
  'one elongated word': 'abbb',
  'one word that is a chain of suffixes': "x'm",
  'one word that is a chain of negations': "n't",
  'one word with apostrophes': "a'",
  'one symbol': '!',
  hashtags: '#aB',
  'one hashtag': '_',
  handles: '@a',
  'one handle': '@aaaa',
  addresses: 'http://',
  'combining marks': '\u0301',
  'letters and combining marks': 'e\u0301',
  'zero-width joiners': '\u200d',
  emoji: '😀',
  digits: '1',
  'full stops': '.',
  apostrophes: "'",
  hashes: '#',
  'lone surrogates': '\ud83d',
  'spaces before a negation': " n't",
  'the longest decomposition': '\ufdfa',
  spaces: ' ',
};

const tokenizer = new Tokenizer(worst);

function stepsFor(pattern: string, units: number): number {
  const first = pattern === '_' ? '#A' : pattern === '@aaaa' ? '@' : '';
  const body = pattern === '@aaaa' ? 'aaaa' : pattern;
  // Each of these is eighteen characters.
  if (pattern === '\ufdfa') units /= 16;
  const text = first + body.repeat(Math.ceil(units / body.length));
  const classes = [Trie, NormalText, Normaliser, Pieces, TextReader, WordReader];
  const reader = tokenizer.reader();
  return countCalls(
    () => {
      reader.begin(text);
      while (!reader.advance()) reader.pieces.clear();
    },
    ...classes.map(methodsOf),
  );
}

describe('the steps of reading a text, with the worst vocabulary that is accepted', () => {
  test.each(Object.entries(patterns))('a megabyte of %s', (_, pattern) => {
    const part = stepsFor(pattern, MEGABYTE / 8);
    const whole = stepsFor(pattern, MEGABYTE);
    // Eight times the text, eight times the steps: a quadratic part as small as a hundredth would be seen.
    expect(whole).toBeLessThan(8.1 * part + 1000);
    expect(whole).toBeLessThan(150 * MEGABYTE);
  });

  test.each(['emoticons of one symbol', 'one word that is a chain of suffixes', 'one elongated word'])(
    'ten megabytes of %s',
    (name) => {
      const pattern = patterns[name]!;
      expect(stepsFor(pattern, 10 * MEGABYTE)).toBeLessThan(10.1 * stepsFor(pattern, MEGABYTE) + 1000);
    },
  );
});
