import { createWriter, FIELDS, type Row, type RowWriter, type Shape } from '../../../../lib/rows.js';
import type { Rereading } from './rereading.js';
import type { Scores } from './scores.js';
import { columnNames } from './columns.js';
import { cellsOf } from './shape.js';

export const DOWNLOADS = ['csv', 'json'] as const;
export type Download = (typeof DOWNLOADS)[number];

/** Characters that are gathered before they become a part of the file: a browser may keep parts on its disk. */
const PART = 1 << 20;

/**
 * The file with what was found of each row added, as the command writes it. It is read once more: beside a part of it nothing
 * is held here.
 */
export async function writeDownload(
  kind: Download,
  { rereading, scores, shape }: { rereading: Rereading; scores: Scores; shape: Shape },
  onRows: (rows: number) => void,
): Promise<Blob> {
  const { writer, original, header } = writerFor(kind, shape);
  const type = kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson';
  const parts: Blob[] = [];
  let part = writer.start(header);
  for await (const { first, rows } of rereading.blocks()) {
    rows.slice(0, Math.max(0, scores.rows - first)).forEach((row, i) => {
      const result = row.error === undefined ? writer.result(scores.sentiment(first + i)) : '';
      part += writer.row(original(row), result);
    });
    if (part.length >= PART) {
      parts.push(new Blob([part]));
      part = '';
    }
    onRows(first + rows.length);
  }
  return new Blob([...parts, part], { type });
}

interface ChosenWriter {
  writer: RowWriter;
  /** The row in the form that the writer gives its place. */
  original: (row: Row) => Row;
  header: readonly string[] | undefined;
}

/** Fields as the command writes them where nobody chooses. */
function writerFor(kind: Download, shape: Shape): ChosenWriter {
  const asItIs = (row: Row): Row => row;
  if (kind === 'csv') {
    const separator = shape.kind === 'table' ? shape.separator : ',';
    const writer = createWriter({ kind: 'table', fields: FIELDS.slice(0, 3), separator });
    if (shape.kind === 'table') return { writer, original: asItIs, header: shape.header };
    const header = shape.kind === 'json' ? shape.fields : ['text'];
    const original = (row: Row): Row => ({ ...row, original: cellsOf(row, shape) });
    return { writer, original, header };
  }
  const writer = createWriter({ kind: 'json', fields: FIELDS.slice(0, 4) });
  if (shape.kind !== 'lines') return { writer, original: asItIs, header: namesOf(shape) };
  return { writer, original: (row) => ({ ...row, original: [String(row.original)] }), header: ['text'] };
}

function namesOf(shape: Shape): string[] | undefined {
  const names = columnNames(shape);
  return names.some((name) => name === undefined) ? undefined : (names as string[]);
}
