import type { Sentiment } from '../types.js';
import { cellsOfResult, type Column, columnsOf, type Field, pickFields } from './fields.js';
import { parseObject } from './json-lines.js';
import type { Row } from './row.js';
import { type Separator, separatedRow } from './separated.js';

/**
 * Writes rows with their results. A result becomes text apart from its row, so that this can be done elsewhere, where the
 * result was made.
 */
export interface RowWriter {
  /** What stands before the first row. */
  start(header?: readonly string[]): string;
  /** A result as the text that `row` takes. */
  result(sentiment: Sentiment): string;
  /** A row with the text of its result, or, for a row that could not be read, with its error. */
  row(row: Row, result: string): string;
}

/** How results are written: what a worker needs to know. */
export type WriterOptions =
  /** A JSON object per row: the result alone. */
  | { kind: 'results'; fields: readonly Field[] }
  /** A JSON object per row: the row's own fields, and the result as the field `sentiment`. */
  | { kind: 'json'; fields: readonly Field[] }
  /** CSV: the row's own cells, then a column for each field of the result, then its error. */
  | { kind: 'table'; fields: readonly Field[]; separator: Separator };

/** The writer for `options`. */
export function createWriter(options: WriterOptions): RowWriter {
  switch (options.kind) {
    case 'results':
      return new ResultWriter(options.fields);
    case 'json':
      return new JsonWriter(options.fields);
    case 'table':
      return new TableWriter(options.fields, options.separator);
  }
}

class ResultWriter implements RowWriter {
  readonly #fields: readonly Field[];

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  start(): string {
    return '';
  }

  result(sentiment: Sentiment): string {
    return JSON.stringify(pickFields(sentiment, this.#fields));
  }

  row({ error }: Row, result: string): string {
    return `${error === undefined ? result : JSON.stringify({ error })}\n`;
  }
}

class JsonWriter implements RowWriter {
  readonly #results: ResultWriter;
  #header: readonly string[] | undefined;

  constructor(fields: readonly Field[]) {
    this.#results = new ResultWriter(fields);
  }

  start(header?: readonly string[]): string {
    this.#header = header;
    return '';
  }

  result(sentiment: Sentiment): string {
    return this.#results.result(sentiment);
  }

  row(row: Row, result: string): string {
    const sentiment = this.#results.row(row, result).trimEnd();
    const { original } = row;
    if (typeof original !== 'string') return `${withSentiment(this.#objectOf(original), sentiment)}\n`;
    const object = parseObject(original);
    if (object === undefined) return `${withSentiment({ original }, sentiment)}\n`;
    if (Object.hasOwn(object, 'sentiment')) return `${withSentiment(object, sentiment)}\n`;
    // The row's own text stays as it was, with its long numbers and its spaces.
    const body = original.trimEnd().slice(0, -1).trimEnd();
    return `${body}${body.endsWith('{') ? '' : ','}"sentiment":${sentiment}}\n`;
  }

  #objectOf(cells: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(cells.map((cell, i) => [this.#header?.[i] ?? `column ${i + 1}`, cell]));
  }
}

function withSentiment(object: Record<string, unknown>, sentiment: string): string {
  const own = Object.entries(object).filter(([name]) => name !== 'sentiment');
  const fields = own.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${[...fields, `"sentiment":${sentiment}`].join(',')}}`;
}

class TableWriter implements RowWriter {
  readonly #columns: readonly Column[];
  readonly #separator: Separator;
  #width: number | undefined;

  constructor(fields: readonly Field[], separator: Separator) {
    this.#columns = columnsOf(fields);
    this.#separator = separator;
  }

  start(header?: readonly string[]): string {
    if (header === undefined) return '';
    this.#width = header.length;
    const names = [...this.#columns, 'error'].map((name) => `sentiment_${name}`);
    let added = names;
    // A table that was judged before has such columns already.
    for (let n = 2; added.some((name) => header.includes(name)); ++n)
      added = names.map((name) => `${name}_${n}`);
    return `${separatedRow([...header, ...added], this.#separator)}\n`;
  }

  result(sentiment: Sentiment): string {
    return cellsOfResult(sentiment, this.#columns).join(this.#separator);
  }

  row({ original, error }: Row, result: string): string {
    const cells = typeof original === 'string' ? [original] : original;
    this.#width ??= cells.length;
    const own = separatedRow(this.#fit(cells, this.#width), this.#separator);
    const empty = this.#separator.repeat(this.#columns.length - 1);
    const last = error === undefined ? '' : separatedRow([error], this.#separator);
    return [own, error === undefined ? result : empty, last].join(this.#separator) + '\n';
  }

  /** As many cells as the header has; what is too much stays, as CSV, in the last one. */
  #fit(cells: readonly string[], width: number): readonly string[] {
    if (cells.length === width) return cells;
    if (cells.length < width) return [...cells, ...Array<string>(width - cells.length).fill('')];
    return [...cells.slice(0, width - 1), separatedRow(cells.slice(width - 1), this.#separator)];
  }
}
