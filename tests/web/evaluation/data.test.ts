import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError, type DataRow, readRows } from '../../../evaluation/data.js';

const HEADER = 'label\tscore\tsource\ttext\n';
const WHOLE = `${HEADER}2\t0.5\tmade\tso "good"\r\n0\t\tmade\ta\u2028b\n1\t-1\tmade\t`;
const ROWS: DataRow[] = [
  { label: 2, score: 0.5, text: 'so "good"' },
  { label: 0, score: undefined, text: 'a\u2028b' },
  { label: 1, score: -1, text: '' },
];
jest.setTimeout(60_000);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentibyte-data-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(name: string, content: string | Uint8Array): Promise<DataRow[]> {
  writeFileSync(join(folder, name), content);
  return readRows(join(folder, name));
}

function packed(content: string): Buffer {
  writeFileSync(join(folder, 'packed'), content);
  const { status } = spawnSync('xz', ['--force', '--keep', 'packed'], { cwd: folder });
  expect(status).toBe(0);
  return readFileSync(join(folder, 'packed.xz'));
}

describe('readRows', () => {
  test('reads plain and packed files, LF and CRLF, with and without a last line end', async () => {
    expect(await read('a.tsv', WHOLE)).toEqual(ROWS);
    expect(await read('a.tsv', `\ufeff${WHOLE}\n`)).toEqual(ROWS);
    expect(await read('a.tsv.xz', packed(WHOLE))).toEqual(ROWS);
  });

  test('finds columns by name', async () => {
    expect(await read('a.tsv', 'id\ttext\tsource\tscore\tlabel\n7\tgood\tmade\t0.5\t2')).toEqual([
      { label: 2, score: 0.5, text: 'good' },
    ]);
  });

  const damaged: [string, string, string, RegExp][] = [
    ['an empty file', 'a.tsv', '', /a\.tsv:1: the file is empty/],
    ['a file without rows', 'a.tsv', HEADER, /a\.tsv:2: there are no rows/],
    ['a wrong column', 'a.tsv', 'label\tscore\tsource\tsentence\n0\t\tx\ty', /a\.tsv:1: no column "text"/],
    ['a missing cell', 'a.tsv', `${HEADER}0\t\tx\ty\n0\tx\n`, /a\.tsv:3: 2 columns, not 4/],
    ['another label', 'a.tsv', `${HEADER}3\t\tx\ty`, /a\.tsv:2: label "3" is not 0, 1 or 2/],
    [
      'a score out of range',
      'a.tsv',
      `${HEADER}0\t1.5\tx\ty`,
      /a\.tsv:2: score "1\.5" is not a number from -1 to 1/,
    ],
    ['a score that is none', 'a.tsv', `${HEADER}0\tbad\tx\ty`, /a\.tsv:2: score "bad"/],
    ['a blank line', 'a.tsv', `${HEADER}0\t\tx\ty\n\n0\t\tx\ty`, /a\.tsv:3: 1 columns/],
    ['no xz file', 'a.tsv.xz', HEADER, /a\.tsv\.xz:1: .*not recognized/],
  ];
  test.each(damaged)('names the place in %s', async (_, name, content, message) => {
    const error = await read(name, content).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DataError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain('\n');
  });

  test('does not take half a packed file for the whole', async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `0\t\tmade\ttext ${(i * 7919) % 9001}`);
    const whole = packed(HEADER + rows.join('\n'));
    const error = await read('half.tsv.xz', whole.subarray(0, whole.length / 2)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(DataError);
    expect((error as Error).message).toMatch(/half\.tsv\.xz:\d+: .*end/);
  });

  test('names the file that is not there', async () => {
    await expect(readRows(join(folder, 'missing.tsv'))).rejects.toThrow(/missing\.tsv:1: ENOENT/);
  });
});
