import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { SentenceReader, type Span, splitSentences } from '../../../web/lib/text/sentences.js';
import { countCalls } from '../support/steps.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Where each case is cut is marked with `|`. */
describe('sentences end', () => {
  test.each([
    'Nice lamp. |It broke.',
    'Nice lamp! |It broke?! |Yes.',
    'great phone. |love it. |battery is bad',
    'wow! |so good',
    'So... |Then it rained… |We left.',
    'Is it good? |no',
    '¿Es bueno? |No.',
    '好吃！|不贵。|还会再来',
    'यह अच्छा है। |वह नहीं।',
    'هل هو جيد؟ |لا.',
    'First line\n|second line',
    'First\r\n|Second\u2028|Third',
    '- cheap\n|- loud\n|- heavy',
    'A paragraph\n\n\n|and another',
    'He said "It works." |Then it broke.',
    '(It works.) |It broke.',
    'Loved it! 😍🎉 |Then it broke.',
    'Thanks. :) |See you',
    'Thanks.:) |See you',
    'Cheap <3 |'.replace(' |', ''),
    "it 's fine . |the end is not .",
    'It cost 5. |Then 6.',
    'Made in the U.K. |Great build.',
    'It was me and I. |They left.',
    'Tools, nails, etc. |We bought all.',
  ])('%s', (marked) => {
    expect(split(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((part) => part.trim()));
  });
});

describe('sentences do not end', () => {
  test.each([
    'Rated 4.5 out of 5.0 by us',
    'Version 1.2.3 is out',
    'See example.com or https://example.com/a?b=c!d for more',
    'Dr. Lind and Mrs. Abara agreed',
    'We met J. R. Moe there',
    'Fruit, e.g. Pears, i.e. Food',
    'Open 9 a.m. to 5 p.m. daily',
    'It was No. 5 on p. 12',
    'Well... it was fine',
    'Hm… it was fine',
    '"Really?" she said',
    'A thing (what a thing!) to see',
    'Tools, nails, etc. and more',
    '3. Press the button',
    'This line is longer than most people write on a phone and\nwas wrapped by a mail program',
    'This line is longer than most people write on a phone and\r\nwas wrapped by a mail program',
    '.5 of it',
    'C++ vs. Rust',
  ])('%s', (text) => {
    expect(split(text)).toEqual([text]);
  });
});

test('what follows is looked for near by: no sentence waits for the end of a text of spaces', () => {
  const gap = (spaces: number): string => `Well...${' '.repeat(spaces)}it was fine`;
  expect(split(gap(60))).toEqual([gap(60)]);
  expect(split(gap(70))).toEqual(['Well...', 'it was fine']);
});

test('a comment is looked for near by as well', () => {
  const gap = (spaces: number): string => `Good.${' '.repeat(spaces)}:)`;
  expect(split(gap(60))).toEqual([gap(60)]);
  expect(split(gap(70))).toEqual(['Good.', ':)']);
});

test('a long line that ends with a full stop was not wrapped, whatever the stop belongs to', () => {
  const lines = ['Screws, hooks, nails, tape, paint and everything else, etc.', 'and then we left'];
  expect(split(lines.join('\n'))).toEqual(lines);
});

test('a short line is a sentence, however far down it stands', () => {
  const lines = ['Short here', 'and there', 'a line of some forty characters, no more', 'the last'];
  expect(split(lines.join('\n'))).toEqual(lines);
});

describe('any text', () => {
  const unit = fc.constantFrom(
    ...'aB1 .!?…"\')\n\r。😀:)-Iemr\u00a0\ud83d\u0301,'.split(''),
    'Dr.',
    'e.g.',
    ' etc. ',
    '...',
  );
  const anyText = fc.oneof(
    fc.string({ unit, maxLength: 120 }),
    fc.string({ unit: 'binary', maxLength: 120 }),
  );

  test('loses nothing but white space, repeats nothing, keeps the order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = splitSentences(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('is cut the same, however little of it is read at a time', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 9 }), (text, step) => {
        const spans: Span[] = [];
        const reader = new SentenceReader(text);
        while (reader.at < text.length) reader.read(reader.at + step, spans);
        expect(spans).toEqual(splitSentences(text));
      }),
    );
  });

  test('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { end } of splitSentences(text)) {
          expect(/[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(end - 1, end + 1))).toBe(false);
        }
      }),
    );
  });
});

const steps = (text: string): number =>
  countCalls(() => splitSentences(text), [String.prototype, 'charAt', 'charCodeAt', 'codePointAt', 'slice']);

describe('work grows in proportion to the text', () => {
  test.each([
    'a. ',
    '1. ',
    '. ',
    '.',
    ' ',
    '\n',
    'Dr. ',
    '! 😀',
    '😀',
    ':)',
    '...a',
    '"?',
    '1.',
    'a\n',
    '<3',
    'A.',
  ])('%j', (pattern) => {
    const text = (units: number): string =>
      ' '.repeat(units / 2) + pattern.repeat(units / 2 / pattern.length);
    const few = steps(text(1 << 12));
    const many = steps(text(1 << 16));
    expect(few).toBeGreaterThan(1 << 11);
    // Sixteen times the text. The slack is for what happens once; quadratic work would be 256 times as much.
    expect(many).toBeLessThan(17 * few);
  });

  test.each(['.', '! ', '. 😀', '?)', '<3', '. <3', '。'])('%j, step by step', (pattern) => {
    const text = pattern.repeat(1 << 17);
    const reader = new SentenceReader(text);
    let farthest = 0;
    for (let before = 0; reader.at < text.length; before = reader.at) {
      reader.read(reader.at + 64, []);
      farthest = Math.max(farthest, reader.at - before);
    }
    // Marks and what comments on them.
    expect(farthest).toBeLessThan(3 * 4096);
  });
});
