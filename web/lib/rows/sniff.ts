import { cutCells } from './cut-cells.js';
import { type Encoding, markedEncoding } from './decode.js';
import { parseObject } from './json-lines.js';
import { type Separator, SEPARATORS } from './separated.js';
import { looksLikeHeader, textColumn } from './columns.js';

/** A text per line. */
export interface LinesShape {
  kind: 'lines';
}

/** A JSON object per line. */
export interface JsonShape {
  kind: 'json';
  fields: string[];
  /** What seems to be the text; absent where no field holds one. */
  field?: string;
}

/** Rows of cells. */
export interface TableShape {
  kind: 'table';
  separator: Separator;
  /** Absent where the first row seems to be one like the others. */
  header?: string[];
  width: number;
  /** What seems to be the text. */
  column: number;
}

export type Shape = LinesShape | JsonShape | TableShape;

/** What a file seems to be. */
export interface Sniffed {
  /** `windows-1252` where the bytes are no UTF-8: a guess that a person should be able to change. */
  encoding: Encoding;
  shape: Shape;
}

/** What is known beforehand. */
export interface SniffOptions {
  encoding?: Encoding | undefined;
  kind?: Shape['kind'] | undefined;
  separator?: Separator | undefined;
  hasHeader?: boolean | undefined;
  /** Whether `sample` is all there is; if not, its last line may not be whole. */
  isWhole?: boolean;
}

/** Rows of a sample that are looked at. */
const MOST_ROWS = 200;
/** Rows of a table that have as many cells as the others, at least. */
const LEAST_SHARE = 0.9;

/**
 * Finds out from the first bytes of a file (64 kB are plenty) how to read it.
 * @example
 * sniff(utf8('stars;review\n5;"not bad; at all"\n'));
 * // { encoding: 'utf-8', shape: { kind: 'table', separator: ';', header: ['stars', 'review'], width: 2, column: 1 } }
 */
export function sniff(sample: Uint8Array, options: SniffOptions = {}): Sniffed {
  const { isWhole = false } = options;
  const encoding = options.encoding ?? markedEncoding(sample) ?? (isUtf8(sample) ? 'utf-8' : 'windows-1252');
  const decoded = new TextDecoder(encoding).decode(sample, { stream: true });
  const text = isWhole ? decoded : wholeLines(decoded);
  return { encoding, shape: shapeOf(text, isWhole, options) };
}

function shapeOf(text: string, isWhole: boolean, options: SniffOptions): Shape {
  const { kind } = options;
  if (kind === 'lines') return { kind };
  if (kind === undefined || kind === 'json') {
    const { objects, isJson } = objectsOf(text);
    if (kind === 'json' || isJson) return jsonShape(objects);
  }
  return tableShape(text, isWhole, options) ?? { kind: 'lines' };
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end < 0 ? text : text.slice(0, end + 1);
}

function objectsOf(text: string): { objects: Record<string, unknown>[]; isJson: boolean } {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_ROWS);
  const objects = lines.map(parseObject).filter((object) => object !== undefined);
  // A file with a few damaged lines is still what it is.
  return { objects, isJson: objects.length * 2 > lines.length };
}

function jsonShape(objects: Record<string, unknown>[]): JsonShape {
  const fields = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const textsOf = (name: string): string[] =>
    objects.map((object) => object[name]).filter((value) => typeof value === 'string');
  const withText = fields.filter((name) => textsOf(name).length > 0);
  const field = withText[textColumn(withText.map(textsOf), withText)];
  return { kind: 'json', fields, ...(field === undefined ? {} : { field }) };
}

/** `undefined` where the rows have no common number of cells, unless a table is what it must be. */
function tableShape(text: string, isWhole: boolean, options: SniffOptions): TableShape | undefined {
  let best: { separator: Separator; rows: string[][]; width: number; share: number } | undefined;
  for (const separator of options.separator === undefined ? SEPARATORS : [options.separator]) {
    const rows = cutCells(text, { separator, isEnd: isWhole || !text.includes('\n') })
      .map(({ cells }) => cells)
      .filter((cells) => cells.length > 1 || cells[0] !== '')
      .slice(0, MOST_ROWS);
    const { width, share } = commonWidth(rows);
    if (width > 1 && share > (best?.share ?? 0)) best = { separator, rows, width, share };
    if (options.separator !== undefined) best = { separator, rows, width, share: 1 };
  }
  const mustBeTable = options.kind === 'table' || options.separator !== undefined;
  if (best === undefined || (best.share < LEAST_SHARE && !mustBeTable)) {
    if (!mustBeTable) return undefined;
    if (best === undefined) return tableShape(text, isWhole, { ...options, separator: ',' });
  }
  const { separator, width } = best;
  const [first, ...others] = best.rows.filter((cells) => cells.length === width);
  if (first === undefined) return { kind: 'table', separator, width: 0, column: 0 };
  const isHeader = options.hasHeader ?? looksLikeHeader(first, others);
  const rows = isHeader ? others : [first, ...others];
  const columns = first.map((_, at) => rows.map((cells) => cells[at]!));
  const column = textColumn(columns, isHeader ? first : []);
  return { kind: 'table', separator, width, column, ...(isHeader ? { header: first } : {}) };
}

function commonWidth(rows: string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts) if (count > most) [width, most] = [length, count];
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}
