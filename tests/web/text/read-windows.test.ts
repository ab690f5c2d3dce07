import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readWindows } from '../../../web/lib/text/read-windows.js';
import { splitSentences } from '../../../web/lib/text/sentences.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { plainWindows } from '../support/plain-windows.js';
import { someText } from '../support/texts.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());

/** With the whole text, all its pieces and all its sentences at hand. */
function plainly(text: string, longest: number): number[][] {
  const { ids, starts, length } = tokenizer.encode(text);
  const ends: number[] = [];
  for (const { start } of splitSentences(text)) {
    const index = starts.subarray(0, length).findIndex((at) => at >= start);
    if (index > 0 && index !== ends.at(-1)) ends.push(index);
  }
  const goesOn = Array.from(ids.subarray(0, length), (id) => tokenizer.continues[id] === 1);
  return plainWindows(goesOn, ends, longest).map(({ from, to }) => Array.from(ids.subarray(from, to)));
}

function inSlices(text: string, longest: number, step: number, held?: number): number[][] {
  const windows: number[][] = [];
  for (const window of readWindows(text, tokenizer.reader(step), tokenizer, longest, held)) {
    if (window !== undefined) windows.push(Array.from(window));
  }
  return windows;
}

describe('the windows of a text that is read in slices', () => {
  const cases = fc.record({
    text: fc.array(someText, { maxLength: 4 }).map((texts) => texts.join(' ')),
    longest: fc.integer({ min: 1, max: 30 }),
    step: fc.integer({ min: 1, max: 40 }),
    held: fc.constantFrom(0, 1, 5, 1000),
  });

  test('are those of the text as a whole', () => {
    fc.assert(
      fc.property(cases, ({ text, longest, step, held }) => {
        expect(inSlices(text, longest, step, held)).toEqual(plainly(text, longest));
      }),
      { numRuns: 400 },
    );
  });

  test('so too where a sentence is far too long to be held', () => {
    const text = `Good. ${'not bad '.repeat(150_000)}. Great! ${'hotel '.repeat(90_000)}`;
    expect(inSlices(text, 100, 1 << 14)).toEqual(plainly(text, 100));
  });
});
