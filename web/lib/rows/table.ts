import { type Cells, cutCells } from './cut-cells.js';
import { SentibyteError } from '../errors.js';
import { LONGEST_ROW, type Row, type RowReader, tooLong } from './row.js';
import type { Separator } from './separated.js';

/** UTF-16 units of a row that is not whole yet and is looked at with each line that arrives. */
const ALWAYS_LOOKED_AT = 1 << 16;

/** How a table is read. */
export interface TableOptions {
  separator: Separator;
  /** The column of the text: its name in the header, or its place from 0. */
  column: string | number;
  /** Whether the first row has the names of the columns. */
  hasHeader: boolean;
}

/** Rows of CSV. Empty lines are no rows, except in a table of one column. */
export class TableReader implements RowReader {
  readonly #options: TableOptions;
  #rest = '';
  /** The length from which on `#rest` is looked at again: a long cell is not read anew with each part of it. */
  #nextLook = 0;
  /** Whether `#rest` is of a row that was too long and has been listed. */
  #isPassing = false;
  #header: string[] | undefined;
  #width: number | undefined;
  #column = -1;
  /** The line that `#rest` begins in, from 1. */
  #line = 1;

  constructor(options: TableOptions) {
    this.#options = options;
  }

  get header(): readonly string[] | undefined {
    return this.#header;
  }

  get isBetweenRows(): boolean {
    return this.#rest === '' && !this.#isPassing;
  }

  another(): TableReader {
    const reader = new TableReader(this.#options);
    reader.#header = this.#header;
    reader.#width = this.#width;
    reader.#column = this.#column;
    return reader;
  }

  /** Throws `input` where the header, or the first row, has no such column. */
  push(part: string): Row[] {
    this.#rest += part;
    if (this.#isPassing) this.#pass();
    // A row ends where a line does.
    if (!part.includes('\n') && this.#rest.length <= LONGEST_ROW) return [];
    if (this.#rest.length < this.#nextLook) return [];
    const rows = this.#take(false);
    if (this.#rest.length > LONGEST_ROW) this.#giveUp(rows);
    this.#nextLook = this.#rest.length > ALWAYS_LOOKED_AT ? this.#rest.length * 1.125 : 0;
    return rows;
  }

  end(): Row[] {
    return this.#isPassing ? [] : this.#take(true);
  }

  #take(isEnd: boolean): Row[] {
    const { separator } = this.#options;
    const rows: Row[] = [];
    let length = 0;
    for (const cells of cutCells(this.#rest, { separator, isEnd })) {
      if (cells.quotes === 'open' && cells.cells.at(-1)!.includes('\n')) {
        this.#rest = this.#rest.slice(length);
        this.#takeLines(rows, isEnd);
        return rows;
      }
      this.#add(cells, rows);
      length = this.#advance(length, cells.length);
    }
    this.#rest = this.#rest.slice(length);
    return rows;
  }

  /** More than a row may have, and no end of it: a line that is too long, or a quote that nothing closes. */
  #giveUp(rows: Row[]): void {
    if (this.#rest.includes('\n')) {
      this.#takeLines(rows, false);
      return;
    }
    const row = tooLong(this.#rest, this.#line);
    rows.push({ ...row, original: [row.original].flat() });
    this.#isPassing = true;
    this.#pass();
  }

  #pass(): void {
    const end = this.#rest.indexOf('\n');
    this.#isPassing = end < 0;
    if (end >= 0) this.#line++;
    this.#rest = end < 0 ? '' : this.#rest.slice(end + 1);
  }

  /**
   * Reads on after a quote that nothing closes. As nothing does, no later cell of `#rest` is quoted either: each line is a
   * row, and one with a cell that begins with a quote is unreadable.
   */
  #takeLines(rows: Row[], isEnd: boolean): void {
    let length = 0;
    for (const cells of cutCells(this.#rest, {
      separator: this.#options.separator,
      isEnd,
      withoutQuotes: true,
    })) {
      this.#add(
        cells.cells.some((cell) => cell.startsWith('"')) ? { ...cells, quotes: 'open' } : cells,
        rows,
      );
      length = this.#advance(length, cells.length);
    }
    this.#rest = this.#rest.slice(length);
  }

  /** Counts the lines that end in the `length` units of `#rest` from `start` on, and gives their end. */
  #advance(start: number, length: number): number {
    const end = start + length;
    for (
      let at = this.#rest.indexOf('\n', start);
      at >= 0 && at < end;
      at = this.#rest.indexOf('\n', at + 1)
    ) {
      this.#line++;
    }
    return end;
  }

  #add(cells: Cells, rows: Row[]): void {
    const row = this.#rowOf(cells);
    if (row !== undefined) rows.push(row);
  }

  #rowOf({ cells, quotes }: Cells): Row | undefined {
    if (this.#width === undefined) {
      this.#width = cells.length;
      this.#column = this.#find(cells);
      if (this.#options.hasHeader) {
        this.#header = cells;
        return undefined;
      }
    }
    const width = this.#width;
    if (cells.length === 1 && cells[0] === '' && width > 1) return undefined;
    const error = this.#errorOf(cells, quotes, width);
    if (error !== undefined) return { original: cells, error, line: this.#line };
    return { original: cells, text: cells[this.#column]! };
  }

  #errorOf(cells: string[], quotes: Cells['quotes'], width: number): string | undefined {
    if (quotes === 'open') return 'a quote is opened and never closed';
    // A stray quote within a line does no harm; one that took lines along made one row of several.
    if (quotes === 'stray' && cells.some((cell) => cell.includes('\n'))) {
      return 'a quote is not closed where its cell ends';
    }
    if (cells.length > width) return `the row has ${cells.length} cells, the first one has ${width}`;
    if (cells.length <= this.#column) {
      return `the row has ${cells.length} cells, the text is in number ${this.#column + 1}`;
    }
    return undefined;
  }

  #find(first: string[]): number {
    const { column, hasHeader } = this.#options;
    const index = typeof column === 'number' ? column : hasHeader ? first.indexOf(column) : -1;
    if (index >= 0 && index < first.length) return index;
    const what = typeof column === 'number' ? `number ${column + 1}` : `"${column}"`;
    const there = hasHeader ? first.map((name) => `"${name}"`).join(', ') : `${first.length} without names`;
    throw new SentibyteError('input', `There is no column ${what}; there are ${there}.`);
  }
}
