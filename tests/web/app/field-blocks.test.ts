import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK_LENGTH, blocksOf, joinBlocks } from '../../../web/app/rooms/read/field-blocks.js';

describe('blocks of a text', () => {
  test('put together are the text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ minLength: BLOCK_LENGTH - 20, maxLength: 3 * BLOCK_LENGTH, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const blocks = blocksOf(text);
        expect(joinBlocks(blocks)).toBe(text);
        for (const block of blocks) expect(block.text.length).toBeLessThanOrEqual(BLOCK_LENGTH);
      }),
      { numRuns: 60 },
    );
  });

  test('a short text is one', () => {
    expect(blocksOf('one\ntwo\n')).toEqual([{ text: 'one\ntwo\n', isJoined: false }]);
    expect(blocksOf('')).toEqual([{ text: '', isJoined: false }]);
  });

  test('never cut a surrogate pair', () => {
    for (const { text } of blocksOf('🙃'.repeat(BLOCK_LENGTH))) expect(text).not.toMatch(/[\ud800-\udbff]$/);
    const blocks = blocksOf(`x${'🙃'.repeat(BLOCK_LENGTH)}`);
    for (const { text } of blocks) expect(text).not.toMatch(/^[\udc00-\udfff]/);
  });

  test('of a megabyte are cut in time that grows with its length', () => {
    const count = (length: number): number => blocksOf('a '.repeat(length / 2)).length;
    expect(count(1_000_000)).toBeLessThan(2 * (1_000_000 / BLOCK_LENGTH));
  });
});
