import { describe, expect, test } from '@jest/globals';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';

const PIECES =
  "! ##ed ##t ' 's 've ... . :( :) [unk] cafe does do good is it love not she so wait we well ❤ 👍 <num>".split(
    ' ',
  );
const pieces = PIECES.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

const tokenizer = new Tokenizer({
  pieces,
  unknown: pieces.indexOf('[unk]'),
  words: [["doesn't", 'does not']],
  emoticons: [
    [':-)', ':)'],
    [':)', ':)'],
  ],
});

/** Each piece with the text that it stands for. */
function read(text: string): [piece: string, from: string][] {
  const { ids, starts, ends, length } = tokenizer.encode(text);
  return Array.from({ length }, (_, i) => [pieces[ids[i]!]!, text.slice(starts[i], ends[i])]);
}

describe('every piece knows the text that it stands for', () => {
  test('words, capitals and symbols', () => {
    expect(read('It is GOOD.')).toEqual([
      ['it', 'It'],
      ['is', 'is'],
      ['good', 'GOOD'],
      ['.', '.'],
    ]);
  });

  test('pieces that go on, suffixes, negations', () => {
    expect(read("We've waited, don’t she 's")).toEqual([
      ['we', 'We'],
      ["'ve", "'ve"],
      ['wait', 'wait'],
      ['##ed', 'ed'],
      ['[unk]', ','],
      ['do', 'do'],
      ['not', 'n’t'],
      ['she', 'she'],
      ["'s", "'s"],
    ]);
  });

  test('a rewrite covers the whole word, the dropped space included', () => {
    expect(read("does n't")).toEqual([
      ['does', "does n't"],
      ['not', "does n't"],
    ]);
  });

  test('elongation and runs', () => {
    expect(read('sooooo gooood!!! ....')).toEqual([
      ['so', 'sooooo'],
      ['good', 'gooood'],
      ['!', '!'],
      ['!', '!!'],
      ['...', '....'],
    ]);
  });

  test('accents, skin tones and variation selectors belong to what they follow', () => {
    expect(read('cafe\u0301 👍🏽 ❤️ ﬁ')).toEqual([
      ['cafe', 'cafe\u0301'],
      ['👍', '👍🏽'],
      ['❤', '❤️'],
      ['[unk]', 'ﬁ'],
    ]);
  });

  test('hashtags, handles and addresses', () => {
    expect(read('@she #LoveIt #not_good www.love.it')).toEqual([
      ['love', 'Love'],
      ['it', 'It'],
      ['not', 'not'],
      ['good', 'good'],
    ]);
  });

  test('emoticons and numbers', () => {
    expect(read('2024 :-)')).toEqual([
      ['<num>', '2024'],
      [':)', ':-)'],
    ]);
  });

  test('unknowns in a row are one, which covers them all', () => {
    expect(read('it xyz qqq so')).toEqual([
      ['it', 'it'],
      ['[unk]', 'xyz qqq'],
      ['so', 'so'],
    ]);
  });
});
