import { describe, expect, jest, test } from '@jest/globals';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { goldenIds, goldenLines, testVocabulary } from './golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

describe('the tokenizer and its Python twin', () => {
  const lines = goldenLines();
  const expected = goldenIds('test');
  const tokenizer = new Tokenizer(testVocabulary());

  test('there are thousands of golden lines, most of them not empty', () => {
    expect(lines.length).toBeGreaterThan(5000);
    expect(expected).toHaveLength(lines.length);
    expect(expected.filter((ids) => ids.length > 0).length).toBeGreaterThan(5000);
  });

  test('give the same ids', () => {
    const different = lines.flatMap((line, i) => {
      const { ids, length } = tokenizer.encode(line);
      const actual = Array.from(ids.subarray(0, length));
      return JSON.stringify(actual) === JSON.stringify(expected[i])
        ? []
        : [{ line, actual, expected: expected[i] }];
    });
    expect(different.slice(0, 5)).toEqual([]);
  });

  test('offsets lie in the text, in order, and never inside a surrogate pair', () => {
    for (const line of lines) {
      const { starts, ends, length } = tokenizer.encode(line);
      let before = 0;
      for (let i = 0; i < length; ++i) {
        const [start, end] = [starts[i]!, ends[i]!];
        const isCut = [start, end].some((at) =>
          /[\ud800-\udbff][\udc00-\udfff]/.test(line.slice(at - 1, at + 1)),
        );
        if (start < before || end <= start || end > line.length || isCut) {
          throw new Error(`piece ${i} of ${JSON.stringify(line)} is at ${start}..${end} after ${before}`);
        }
        before = start;
      }
    }
  });
});
