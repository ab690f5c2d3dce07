import { expect, test } from '@jest/globals';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { TextReader } from '../../../web/lib/tokenizer/reader.js';
import { testVocabulary } from './golden.js';

const tokenizer = new Tokenizer(testVocabulary());
const STEP = 8;

/** Each leaves a reader in the middle of something, wherever it is given up. */
const BEFORE: Record<string, string> = {
  'a hashtag': 'not bad #goodHotel',
  'an address': `http://${'a'.repeat(40)}`,
  'a handle': `@${'a'.repeat(40)}`,
  'a run of one symbol': '!'.repeat(40),
  'a word that is read in parts': 'a'.repeat(60),
  'an elongated word with suffixes': `${'o'.repeat(30)}${"'s".repeat(20)}`,
  'common words': 'the of and to in is it that was for on are with as be at',
  'another script': '我们午饭后走到港口看船进来',
};
const AFTER = ['GoodHotel badFood', 'not bad', '!!', "isn't it", 'zwxq qqq zzz kkk jjj www', ''];

/** Reads on to the end: the pieces, and what is known of the text. */
function finish(reader: TextReader, text: string): unknown {
  reader.begin(text);
  while (!reader.advance());
  const { ids, starts, ends, length } = reader.pieces;
  const pieces = Array.from({ length }, (_, i) => [ids[i], starts[i], ends[i]]);
  const { coverage, isReadable } = reader.familiarity;
  return { pieces, coverage, isReadable };
}

test.each(Object.entries(BEFORE))('%s that was given up leaves nothing to the next text', (_, before) => {
  for (let advances = 1; advances < before.length; ++advances) {
    for (const text of AFTER) {
      const used = tokenizer.reader(STEP);
      used.begin(before);
      for (let i = 0; i < advances; ++i) if (used.advance()) break;
      expect(finish(used, text)).toEqual(finish(tokenizer.reader(STEP), text));
    }
  }
});
