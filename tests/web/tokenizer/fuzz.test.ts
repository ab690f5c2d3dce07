import { expect, jest, test } from '@jest/globals';
import { fuzzTokenizer } from '../support/fuzz-tokenizer.js';
import { fixture } from '../../support/fixtures.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

test('hostile vocabularies and texts, for a while', () => {
  const { texts, vocabularies, refused } = fuzzTokenizer(
    fixture('tiny'),
    1,
    (tally) => tally.vocabularies === 150,
  );
  expect(texts).toBeGreaterThan(1000);
  // Both kinds were met.
  expect(refused).toBeGreaterThan(10);
  expect(refused).toBeLessThan(vocabularies - 10);
});
