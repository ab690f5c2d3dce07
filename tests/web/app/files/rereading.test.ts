import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Encoding, Row, Shape } from '../../../../web/lib/rows.js';
import { fileParts, PART } from '../../../../web/app/rooms/files/worker/file-parts.js';
import { Rereading } from '../../../../web/app/rooms/files/worker/rereading.js';
import { readerOf } from '../../../../web/app/rooms/files/worker/shape.js';

const table: Shape = { kind: 'table', separator: ',', header: ['n', 'text'], width: 2, column: 1 };

/** Every row as it is first read, and as it is read again on its own. */
async function readTwice(
  file: Blob,
  shape: Shape,
  encoding: Encoding = 'utf-8',
): Promise<{ once: Row[]; rereading: Rereading }> {
  const rereading = new Rereading(file, encoding, () => readerOf(shape)!);
  const once: Row[] = [];
  for await (const rows of rereading.read()) for (const row of rows) once.push(row);
  return { once, rereading };
}

/** Without the line: a part that is read again counts from its own beginning. */
function plain(row: Row): Partial<Row> {
  const { original, text, error } = row;
  return error === undefined ? { original, text } : { original, error };
}

async function expectSame(file: Blob, shape: Shape, encoding?: Encoding): Promise<number> {
  const { once, rereading } = await readTwice(file, shape, encoding);
  const again: Row[] = [];
  for await (const { first, rows } of rereading.blocks()) {
    expect(first).toBe(again.length);
    for (const row of rows) again.push(row);
  }
  expect(again.map(plain)).toEqual(once.map(plain));
  const middle = once.length >> 1;
  expect(plain(await rereading.row(middle))).toEqual(plain(once[middle]!));
  return once.length;
}

/** CSV longer than several parts, with cells over several lines, blank lines and damaged rows. */
function long(rows: number): string {
  const cells = ['short', '"two\nlines, quoted"', '"a ""word"""', 'ünïcode 😀', '"unclosed', '', 'a,b'];
  const lines = Array.from({ length: rows }, (_, i) => `${i},${cells[(i * 7) % cells.length]!}`);
  return `n,text\r\n${lines.join('\r\n')}\n\n`;
}

describe('fileParts', () => {
  test('every part but the last ends where a line does, and the parts are the file', async () => {
    const text = long(20_000);
    const parts: Uint8Array[] = [];
    for await (const { bytes } of fileParts(new Blob([text]), 'utf-8')) parts.push(bytes);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.slice(0, -1).every((part) => part.at(-1) === 10)).toBe(true);
    expect(Buffer.concat(parts).toString()).toBe(text);
  });

  test('a line without an end is read all the same', async () => {
    let length = 0;
    for await (const { bytes } of fileParts(new Blob(['x'.repeat(3 * PART + 5)]), 'utf-8'))
      length += bytes.length;
    expect(length).toBe(3 * PART + 5);
  });
});

describe('Rereading', () => {
  test('gives each row of a table as it was first read', async () => {
    expect(await expectSame(new Blob([long(20_000)]), table)).toBeGreaterThan(10_000);
  });

  test('gives the rows behind a quote that nothing closes, over megabytes', async () => {
    const text = `n,text\n1,"open\n${'2,fine\n'.repeat(160_000)}`;
    expect(await expectSame(new Blob([text]), table)).toBe(160_001);
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${long(9_000)}`, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(await expectSame(new Blob([bytes]), table, encoding)).toBeGreaterThan(5_000);
  });

  test('JSON lines and plain lines', async () => {
    const json = Array.from({ length: 9_000 }, (_, i) => (i % 5 === 0 ? 'no' : `{"t":"text ${i}"}`)).join(
      '\n',
    );
    expect(await expectSame(new Blob([json]), { kind: 'json', fields: ['t'], field: 't' })).toBe(9_000);
    expect(await expectSame(new Blob([json]), { kind: 'lines' })).toBe(9_000);
  });

  test('any file gives the same rows again', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', 'é'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(2), async (lines, times) => {
        const text = lines.join('\n').repeat(1 + times * 1_500);
        const { once } = await readTwice(new Blob([text]), { ...table, column: 0 });
        if (once.length > 0) await expectSame(new Blob([text]), { ...table, column: 0 });
      }),
      { numRuns: 12 },
    );
  });

  test('while it is read, what was read can be read again', async () => {
    const rereading = new Rereading(new Blob([long(20_000)]), 'utf-8', () => readerOf(table)!);
    const seen: Row[] = [];
    for await (const rows of rereading.read()) {
      seen.push(...rows);
      expect(plain(await rereading.row(seen.length - 1))).toEqual(plain(seen.at(-1)!));
    }
  });
});
