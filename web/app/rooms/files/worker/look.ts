import { type Row, sniff } from '../../../../lib/rows.js';
import { dateOrder } from '../tally/dates.js';
import { FileFault } from './fault.js';
import type { Looked, LookOptions } from './protocol.js';
import { Rereading } from './rereading.js';
import { columnNames } from './columns.js';
import { cellsOf, readerOf } from './shape.js';

/** Bytes of a file that are looked at. */
const SAMPLE = 1 << 16;
/** Rows that are shown of it. */
const PREVIEW = 5;
/** Rows that are looked at for dates. */
const DATED = 200;

/** What is no text at all, by its first bytes: what spreadsheets and archives are, and documents. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Finds out how to read a file, as far as `options` leave it open. */
export async function look(file: Blob, options: LookOptions): Promise<Looked> {
  const sample = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  const isWhole = sample.length === file.size;
  if (sample.length === 0) throw new FileFault('empty', 'The file has no bytes.');
  const format = sniff(sample, { ...options, isWhole });
  if (options.encoding === undefined && isNoText(sample, format.encoding)) {
    throw new FileFault('binary', 'The file begins as no text does.');
  }
  const open = readerOf(format.shape);
  if (!open) return { format, preview: [], dates: [] };
  const rows = await firstRows(file, format);
  const cells = rows.map((row) => cellsOf(row, format.shape));
  const dates = columnNames(format.shape).flatMap((_, column) => {
    const order = dateOrder(cells.map((values) => values[column] ?? ''));
    return order === undefined ? [] : [[column, order] as [number, typeof order]];
  });
  return { format, preview: cells.slice(0, PREVIEW).map((values) => values.map(shortened)), dates };
}

async function firstRows(file: Blob, { encoding, shape }: Looked['format']): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of new Rereading(file, encoding, () => readerOf(shape)!).read()) {
    for (const row of some) rows.push(row);
    if (rows.length >= DATED) break;
  }
  return rows.slice(0, DATED);
}

function isNoText(sample: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return false;
  return sample.includes(0) || SIGNATURES.some((bytes) => bytes.every((byte, i) => sample[i] === byte));
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
