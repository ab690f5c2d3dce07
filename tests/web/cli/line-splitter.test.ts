import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Line, LineSplitter, LONGEST_LINE } from '../../../web/lib/cli/line-splitter.js';

function split(chunks: Uint8Array[]): Line[] {
  const splitter = new LineSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('LineSplitter', () => {
  test.each([
    ['', []],
    ['\n', ['']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb', ['a', '', 'b']],
    ['a\r\nb\r', ['a', 'b']],
    ['a\rb\n', ['a\rb']],
    ['\ufeffa\n\ufeffb', ['a', '\ufeffb']],
    ['a\u2028b\n', ['a\u2028b']],
  ])('%j', (text, lines) => {
    expect(split([utf8(text)])).toEqual(lines);
  });

  test('does not care where the stream is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\ufeff'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(80), { maxLength: 8 }), (whole, cuts) => {
        const bytes = utf8(whole);
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
        expect(split(chunks)).toEqual(split([bytes]));
      }),
    );
  });

  test('drops a line that is too long, and only that one', () => {
    const part = utf8('x'.repeat(LONGEST_LINE / 2));
    expect(split([utf8('a\n'), part, part, utf8('x\nb\n')])).toEqual(['a', undefined, 'b']);
    expect(split([part, part, utf8('x')])).toEqual([undefined]);
    expect(split([part, part])).toEqual(['x'.repeat(LONGEST_LINE)]);
  });
});
