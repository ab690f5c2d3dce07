import { describe, expect, test } from '@jest/globals';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { fixture } from '../../support/fixtures.js';
import { BlobEditor, type RawRewrite } from '../support/edit-blob.js';

const tiny = fixture('tiny');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rewrite = (from: string, to: string): RawRewrite => [bytes(from), bytes(to)];
const words = (rewrites: readonly RawRewrite[], times?: number): Uint8Array =>
  new BlobEditor(tiny).setRewrites('words', rewrites, times).done();
const emoticons = (rewrites: readonly RawRewrite[]): Uint8Array =>
  new BlobEditor(tiny).setRewrites('emoticons', rewrites).done();

describe('the vocabulary of a blob', () => {
  test('takes what is within the bounds', () => {
    const longest = 'w'.repeat(128);
    const many = Array.from({ length: 16 }, () => 'a').join(' ');
    expect(readVocabulary(words([rewrite(longest, many)])).words).toEqual([[longest, many]]);
    const several = words([rewrite(`don ${longest}`, 'a b'), rewrite('isnt', 'b')]);
    expect(readVocabulary(several).words).toEqual([
      ['don', 'a b'],
      [longest, 'a b'],
      ['isnt', 'b'],
    ]);
    const face = '!?'.repeat(16);
    expect(readVocabulary(emoticons([rewrite(face, 'a')])).emoticons).toEqual([[face, 'a']]);
  });

  test('takes entries that share their bytes, up to four times the text that the blob could hold', () => {
    const shared = [rewrite('w'.repeat(100), 'a')];
    // Each entry that points at them takes four bytes of its own and is worth 101 of text.
    const pieceBytes = readVocabulary(tiny).pieces.join('').length;
    const fits = (times: number): boolean => 101 * times + pieceBytes <= 4 * words(shared, times).length;
    let times = 1;
    while (fits(times + 1)) ++times;
    expect(times).toBeGreaterThan(3);
    expect(readVocabulary(words(shared, times)).words).toHaveLength(times);
    expect(() => readVocabulary(words(shared, times + 1))).toThrow('more text than the model has bytes for');
  });

  test('refuses an unknown piece behind the last', () => {
    const { unknown } = readVocabulary(tiny);
    const message = `tokenizer.unknown: id ${unknown} of ${unknown}`;
    expect(() => readVocabulary(new BlobEditor(tiny).setPieceCount(unknown).done())).toThrow(message);
  });

  const refused: [string, Uint8Array, string][] = [
    ['a long word', words([rewrite('w'.repeat(129), 'a')]), 'words[0].from: 129 bytes, more than 128'],
    ['a long word among others', words([rewrite(`a ${'w'.repeat(129)} b`, 'a')]), 'words[0].from: 129 bytes'],
    ['two spaces', words([rewrite('v', 'a'), rewrite('x  y', 'a')]), 'words[1].from: empty'],
    ['a long emoticon', emoticons([rewrite('!'.repeat(33), 'a')]), 'emoticons[0].from: 33 bytes, more'],
    ['a long target', words([rewrite('w', 'a'.repeat(256))]), 'words[0].to: 256 bytes, more than 255'],
    ['many targets', words([rewrite('w', 'a '.repeat(16) + 'a')]), 'words[0].to: more than 16 pieces'],
    ['nothing to rewrite', words([rewrite('', 'a')]), 'words[0].from: empty'],
    ['no UTF-8', words([[Uint8Array.of(0xff), bytes('a')]]), 'words[0].from: not UTF-8'],
    [
      'ten thousand entries that are one megabyte of text',
      words([rewrite('w'.repeat(1_000_000), 'a')], 10_000),
      'words[0].from: 1000000 bytes, more than 128',
    ],
    [
      'a hundred thousand entries that share their bytes',
      words([rewrite('w'.repeat(128), 'a '.repeat(15) + 'a')], 100_000),
      'tokenizer: more text than the model has bytes for',
    ],
  ];
  test.each(refused)('refuses %s', (_, blob, message) => {
    const start = performance.now();
    const read = (): unknown => readVocabulary(blob);
    expect(read).toThrow(expect.objectContaining({ name: 'SentibyteError', code: 'model' }));
    expect(read).toThrow(message);
    // Read to the end it takes minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
