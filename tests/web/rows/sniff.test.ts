import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sniff, type SniffOptions } from '../../../web/lib/rows.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const shape = (text: string, options: SniffOptions = {}) =>
  sniff(utf8(text), { isWhole: true, ...options }).shape;

describe('sniff', () => {
  test.each([
    ['plain text', 'Good, but pricey\nI liked it\nNot my thing, sorry, really\n', { kind: 'lines' }],
    ['nothing', '', { kind: 'lines' }],
    [
      'commas',
      'id,review,stars\n1,"good, very good hotel",5\n2,not my kind of place,2\n',
      { kind: 'table', separator: ',', header: ['id', 'review', 'stars'], width: 3, column: 1 },
    ],
    [
      'semicolons, with commas inside',
      'datum;kommentar\n2024-01-02;gut, aber teuer und laut\n2024-01-03;nie wieder, wirklich nicht\n',
      { kind: 'table', separator: ';', header: ['datum', 'kommentar'], width: 2, column: 1 },
    ],
    [
      'tabs, no header',
      '0\tthe plot is thin and the acting worse\n1\ta film that one remembers for years\n',
      { kind: 'table', separator: '\t', width: 2, column: 1 },
    ],
    [
      'pipes',
      'a|b\n1|the food was cold and late\n2|we would come back any time\n',
      { kind: 'table', separator: '|', header: ['a', 'b'], width: 2, column: 1 },
    ],
    [
      'a text that is shorter than another column, but named so',
      'url name,text\nthe long name,good\nthe long name,bad\n',
      { kind: 'table', separator: ',', header: ['url name', 'text'], width: 2, column: 1 },
    ],
    [
      'JSON lines',
      '{"id":"a b","body":"I will never buy it again"}\n{"id":"c d","body":"best thing ever made"}\nbroken\n',
      { kind: 'json', fields: ['id', 'body'], field: 'body' },
    ],
    ['JSON without a text', '{"id":1}\n', { kind: 'json', fields: ['id'] }],
  ])('%s', (_, text, wanted) => {
    expect(shape(text)).toEqual(wanted);
  });

  test('takes what is known beforehand', () => {
    expect(shape('Good, but pricey\nI liked it\n', { kind: 'table', hasHeader: false })).toEqual({
      kind: 'table',
      separator: ',',
      width: 2,
      column: 1,
    });
    expect(shape('one\ntwo\n', { kind: 'table', hasHeader: true })).toEqual({
      kind: 'table',
      separator: ',',
      header: ['one'],
      width: 1,
      column: 0,
    });
    expect(shape('a,b\n', { kind: 'lines' })).toEqual({ kind: 'lines' });
    expect(shape('a,b;c\nd,e;f\n', { separator: ';' })).toMatchObject({ separator: ';', width: 2 });
    expect(shape('a,b', { kind: 'json' })).toEqual({ kind: 'json', fields: [] });
  });

  test('leaves out a last line that is cut', () => {
    const text = 'id,text\n1,"good"\n2,"bad, ve';
    expect(sniff(utf8(text)).shape).toMatchObject({ kind: 'table', separator: ',', width: 2 });
  });

  test.each([
    ['utf-8', [0x61, 0xc3, 0xa9, 0x0a]],
    ['utf-8', [0x61, 0x0a, 0xc3]],
    ['utf-8', [0xef, 0xbb, 0xbf, 0xff]],
    ['utf-16le', [0xff, 0xfe, 0x61, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x61]],
    ['windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x0a]],
  ])('%s', (encoding, bytes) => {
    expect(sniff(Uint8Array.from(bytes)).encoding).toBe(encoding);
  });

  test('has an answer for any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const letters = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '{', '}', ' '),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.oneof(bytes, letters.map(utf8)),
        fc.constantFrom('lines', 'json', 'table', undefined),
        (sample, kind) => {
          const found = sniff(sample, { kind }).shape;
          if (kind !== undefined) expect(found.kind).toBe(kind);
          if (found.kind === 'table' && found.width > 0) {
            expect(found.column).toBeGreaterThanOrEqual(0);
            expect(found.column).toBeLessThan(found.width);
          }
        },
      ),
    );
  });
});
