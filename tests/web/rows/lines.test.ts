import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonLinesReader, LineReader, LONGEST_ROW, readRows, type Row } from '../../../web/lib/rows.js';
import { cutAt, readParts, textOrError } from './support.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* arriving(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function linesOf(parts: readonly Uint8Array[]): Promise<string[]> {
  const rows: Row[] = [];
  for await (const some of readRows(arriving(parts), new LineReader())) rows.push(...some);
  return rows.map(textOrError);
}

describe('LineReader', () => {
  test('a character that the end cuts in two is one that means nothing', async () => {
    expect(await linesOf([utf8('a'), Uint8Array.of(0xc3)])).toEqual(['a\ufffd']);
  });

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
  ])('%j', async (text, lines) => {
    expect(await linesOf([utf8(text)])).toEqual(lines);
  });

  test('tells the line of a row that it could not read, and whether it is between rows', () => {
    const reader = jsonLinesReader('t');
    const rows = reader.push('{"t":"a"}\n\n{"u":1}\nno\n{"t"');
    expect(rows.map((row) => (row.error === undefined ? 0 : row.line))).toEqual([0, 3, 4]);
    expect(reader.isBetweenRows).toBe(false);
    expect(reader.push(':"b"}\n').map(textOrError)).toEqual(['b']);
    expect(reader.isBetweenRows).toBe(true);
    expect(readParts(reader.another(), ['{"t":"c"}']).map(textOrError)).toEqual(['c']);
  });

  test('does not care where the stream is cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\ufeff'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(80), { maxLength: 8 }), async (whole, places) => {
        const bytes = utf8(whole);
        expect(await linesOf(cutAt(bytes, places))).toEqual(await linesOf([bytes]));
      }),
    );
  });

  test('lists a line that is too long with its beginning, and reads on', () => {
    const half = 'x'.repeat(LONGEST_ROW / 2);
    const rows = readParts(new LineReader(), ['a\n', half, half, 'x\nb\n']);
    expect(rows.map(textOrError)).toEqual(['a', '! the row is longer than 1048576 characters', 'b']);
    expect(rows[1]!.original).toBe(`${'x'.repeat(100)}…`);
    expect(readParts(new LineReader(), [half, half, 'x'])).toHaveLength(1);
    expect(readParts(new LineReader(), [half, half])[0]!.text).toHaveLength(LONGEST_ROW);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, isLittle: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; ++i) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
    return bytes;
  };

  test.each([true, false])('UTF-16 by its mark, however it is cut (little-endian: %s)', async (isLittle) => {
    const bytes = utf16('\ufeffgüt\nno', isLittle);
    for (let at = 0; at < bytes.length; ++at)
      expect(await linesOf(cutAt(bytes, [at]))).toEqual(['güt', 'no']);
  });

  test('one that is named', async () => {
    const rows: Row[] = [];
    const bytes = Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x80);
    for await (const some of readRows(arriving([bytes]), new LineReader(), 'windows-1252'))
      rows.push(...some);
    expect(rows.map(textOrError)).toEqual(['café €']);
  });
});

describe('jsonLinesReader', () => {
  test('takes a field, and lists what has none', () => {
    const lines = [
      '{"t":"good","id":1}',
      '',
      '{"t":5}',
      '{"t":null}',
      '{"x":""}',
      '[1]',
      '{"t":',
      '{"t":"é"}',
    ];
    const rows = readParts(jsonLinesReader('t'), [lines.join('\r\n')]);
    expect(rows.map(textOrError)).toEqual([
      'good',
      '! the field "t" is not a text but of type number',
      '! the field "t" is not a text but null',
      '! there is no field "t"',
      '! the line is not a JSON object',
      '! the line is not a JSON object',
      'é',
    ]);
    expect(rows.map(({ original }) => original)).toEqual(lines.filter((line) => line !== ''));
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is a field like any other', (name) => {
    expect(readParts(jsonLinesReader(name), ['{"a":1}']).map(textOrError)).toEqual([
      `! there is no field "${name}"`,
    ]);
    expect(readParts(jsonLinesReader(name), [`{"${name}":"x"}`]).map(textOrError)).toEqual(['x']);
  });
});
