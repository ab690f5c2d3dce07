import { describe, expect, test } from '@jest/globals';
import { checkIsModel } from '../../../web/lib/loader/identify.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('checkIsModel', () => {
  test('passes what carries the identifier', () => {
    expect(() => {
      checkIsModel(bytes('\x10\0\0\0SBM1 and more'), 'x');
    }).not.toThrow();
  });

  test.each([
    ['<!doctype html><title>Shop</title>', /x is a web page/],
    ['\ufeff\n <html>', /web page/],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:00', /Git LFS pointer/],
    ['', /x is empty/],
    ['\x10\0\0\0SBM', /not a sentibyte model/],
    ['{"error":"not found"}', /not a sentibyte model/],
    ['\0asm\x01\0\0\0', /not a sentibyte model/],
  ])('says what %j is', (text, message) => {
    const check = (): void => {
      checkIsModel(bytes(text), 'x');
    };
    expect(check).toThrow(expect.objectContaining({ code: 'model' }));
    expect(check).toThrow(message);
  });
});
