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
  readable: 0.7,
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
  test.each<[title: string, text: string, expected: [piece: string, from: string][]]>([
    [
      'words, capitals and symbols',
      'It is GOOD.',
      [
        ['it', 'It'],
        ['is', 'is'],
        ['good', 'GOOD'],
        ['.', '.'],
      ],
    ],
    [
      'pieces that go on, suffixes, negations',
      "We've waited, don’t she 's",
      [
        ['we', 'We'],
        ["'ve", "'ve"],
        ['wait', 'wait'],
        ['##ed', 'ed'],
        ['[unk]', ','],
        ['do', 'do'],
        ['not', 'n’t'],
        ['she', 'she'],
        ["'s", "'s"],
      ],
    ],
    [
      'an accent after the very first character',
      '❤\ufe0f ok',
      [
        ['❤', '❤\ufe0f'],
        ['[unk]', 'ok'],
      ],
    ],
    [
      'a rewrite covers the whole word, the dropped space included',
      "does n't",
      [
        ['does', "does n't"],
        ['not', "does n't"],
      ],
    ],
    [
      'elongation and runs',
      'sooooo gooood!!! ....',
      [
        ['so', 'sooooo'],
        ['good', 'gooood'],
        ['!', '!'],
        ['!', '!!'],
        ['...', '....'],
      ],
    ],
    [
      'accents, skin tones and variation selectors belong to what they follow',
      'cafe\u0301 👍🏽 ❤️ ﬁ',
      [
        ['cafe', 'cafe\u0301'],
        ['👍', '👍🏽'],
        ['❤', '❤️'],
        ['[unk]', 'ﬁ'],
      ],
    ],
    [
      'hashtags, handles and addresses',
      '@she #LoveIt #not_good www.love.it',
      [
        ['love', 'Love'],
        ['it', 'It'],
        ['not', 'not'],
        ['good', 'good'],
      ],
    ],
    [
      'emoticons and numbers',
      '2024 :-)',
      [
        ['<num>', '2024'],
        [':)', ':-)'],
      ],
    ],
    [
      'unknowns in a row are one, which covers them all',
      'it xyz qqq so',
      [
        ['it', 'it'],
        ['[unk]', 'xyz qqq'],
        ['so', 'so'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
