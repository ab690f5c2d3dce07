import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { Lexicon } from '../../../web/lib/tokenizer/lexicon.js';
import { TextReader } from '../../../web/lib/tokenizer/reader.js';

const small = readVocabulary(
  new Uint8Array(readFileSync(new URL('../../../models/small.sbm', import.meta.url))),
);

function isReadable(text: string, readable: number): boolean {
  const reader = new TextReader(new Lexicon({ ...small, readable }));
  reader.begin(text);
  while (!reader.advance());
  return reader.familiarity.isReadable;
}

function coverageOf(text: string): number {
  const reader = new TextReader(new Lexicon(small));
  reader.begin(text);
  while (!reader.advance());
  return reader.familiarity.coverage;
}

const ENGLISH = 'We walked down to the harbour after lunch and watched the boats come in.';
const GERMAN = 'Gestern gingen wir nach dem Mittagessen zum Hafen und schauten den Schiffen zu.';
const CHINESE = '我们午饭后走到港口看船进来';

test('where a text stands changes nothing', () => {
  for (const text of [ENGLISH, GERMAN, 'harbourside zwxq watched', 'Mittagessen lunch Hafen']) {
    for (const before of [' ', '\n'.repeat(1000)]) expect(coverageOf(before + text)).toBe(coverageOf(text));
  }
});

test('in what slices a text is read changes nothing', () => {
  const lexicon = new Lexicon(small);
  const code = 'for (let i = 0; i < list.length; ++i) { total += list[i] * 2; } // the sum of it\n'.repeat(4);
  for (const text of [ENGLISH, GERMAN, code]) {
    const reader = new TextReader(lexicon, 16);
    reader.begin(text);
    while (!reader.advance());
    expect(reader.familiarity.coverage).toBe(coverageOf(text));
  }
  expect(coverageOf(code)).toBeLessThan(coverageOf(ENGLISH));
});

describe('the limit of what is readable', () => {
  test('is the one that the model carries', () => {
    expect(isReadable(ENGLISH, small.readable)).toBe(true);
    expect(isReadable(GERMAN, small.readable)).toBe(false);
  });

  test('of 0 refuses letters that no piece has alone', () => {
    expect(isReadable(GERMAN, 0)).toBe(true);
    expect(isReadable(CHINESE, 0)).toBe(false);
  });

  test('refuses a text of which more than half the letters are unknown', () => {
    expect(isReadable('walked 我们午', 0)).toBe(true);
    expect(isReadable('abc 我们', 0)).toBe(true);
    expect(isReadable('ab 我们', 0)).toBe(true);
    expect(isReadable('a 我们', 0)).toBe(false);
  });

  test('goes down with the words of a short text', () => {
    expect(isReadable('Gestern gingen wir', 1)).toBe(true);
    expect(isReadable('Gestern gingen wir schnell hinunter', 1)).toBe(false);
  });
});
