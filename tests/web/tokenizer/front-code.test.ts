import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodePieces } from '../../../web/lib/tokenizer/front-code.js';

/** What models/train/sentibyte_train/blob writes. */
function encode(pieces: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  let before = new Uint8Array();
  for (const piece of pieces) {
    const now = new TextEncoder().encode(piece);
    let shared = 0;
    while (shared < Math.min(before.length, now.length, 255) && before[shared] === now[shared]) ++shared;
    bytes.push(shared, now.length - shared, ...now.subarray(shared));
    before = now;
  }
  return Uint8Array.from(bytes);
}

describe('decodePieces', () => {
  test('a list worked by hand', () => {
    const bytes = Uint8Array.of(0, 2, 0x61, 0x62, 1, 1, 0x63, 0, 2, 0xc3, 0xa9);
    expect(decodePieces(bytes, 3)).toEqual(['ab', 'ac', 'é']);
  });

  test('gives back any pieces', () => {
    const pieces = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, (list) => {
        expect(decodePieces(encode(list), list.length)).toEqual(list);
      }),
    );
  });

  test('a byte-order mark is a character like any other', () => {
    expect(decodePieces(encode(['\ufeffa']), 1)).toEqual(['\ufeffa']);
  });

  test.each([
    ['ends before a piece', [0, 1, 0x61], 2],
    ['ends inside a piece', [0, 5, 0x61], 1],
    ['ends one byte before its last piece', [0, 2, 0x61], 1],
    ['shares what is not there', [0, 1, 0x61, 2, 1, 0x62], 2],
    ['is no UTF-8', [0, 1, 0xff], 1],
  ])('refuses a table that %s', (_, bytes, count) => {
    const decode = (): string[] => decodePieces(Uint8Array.from(bytes), count);
    expect(decode).toThrow(expect.objectContaining({ name: 'SentibyteError', code: 'model' }));
    expect(decode).toThrow(/tokenizer\.pieces/);
  });
});
