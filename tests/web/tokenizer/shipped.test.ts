import { describe, expect, jest, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { goldenIds, goldenLines } from './golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const golden = fileURLToPath(new URL('../../golden/tokenizer/', import.meta.url));
const models = new URL('../../../models/', import.meta.url);

/** Models with golden ids of their own; a blob that has gone missing fails below. */
const names = readdirSync(golden)
  .map((file) => /^(.+)\.ids\.jsonl\.gz$/.exec(file)?.[1])
  .filter((name) => name !== undefined && name !== 'test');

describe('the vocabulary of a blob', () => {
  test('is read as the schema says', () => {
    const blob = readFileSync(new URL('../../golden/engine/transformer.sbm', import.meta.url));
    const { pieces, unknown, words, emoticons } = readVocabulary(blob);
    expect(pieces[unknown]).toBe('<unk>');
    expect([...pieces].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(pieces);
    for (const [, to] of [...words, ...emoticons]) {
      for (const piece of to.split(' ')) expect(pieces).toContain(piece);
    }
  });

  if (names.length > 0)
    test.each(names)('of %s gives the ids that it was trained with', (name) => {
      const file = new URL(`${name}.sbm`, models);
      expect(existsSync(file)).toBe(true);
      const tokenizer = new Tokenizer(readVocabulary(readFileSync(file)));
      const expected = goldenIds(name!);
      const different = goldenLines().filter((line, i) => {
        const { ids, length } = tokenizer.encode(line);
        return ids.subarray(0, length).join() !== expected[i]!.join();
      });
      expect(different.slice(0, 5)).toEqual([]);
    });
});
