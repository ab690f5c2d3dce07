import { LONGEST_ROW, type Row, type RowReader, tooLong } from './row.js';

/** Makes a row of a line and its number; `undefined` where a line is none. */
type RowOfLine = (line: string, number: number) => Row | undefined;

/** A text per line. CRLF ends a line as LF does; an empty line is an empty text. */
export class LineReader implements RowReader {
  readonly #rowOf: RowOfLine;
  #rest = '';
  #isTooLong = false;
  /** The line that is being read, from 1. */
  #line = 1;

  constructor(rowOf: RowOfLine = (line) => ({ original: line, text: line })) {
    this.#rowOf = rowOf;
  }

  get isBetweenRows(): boolean {
    return this.#rest === '';
  }

  another(): LineReader {
    return new LineReader(this.#rowOf);
  }

  push(part: string): Row[] {
    const rows: Row[] = [];
    let start = 0;
    for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', start)) {
      this.#keep(part.slice(start, end));
      this.#finish(rows);
      start = end + 1;
    }
    this.#keep(part.slice(start));
    return rows;
  }

  end(): Row[] {
    const rows: Row[] = [];
    if (this.#rest !== '') this.#finish(rows);
    return rows;
  }

  #keep(part: string): void {
    if (this.#isTooLong) return;
    this.#rest += part;
    this.#isTooLong = this.#rest.length > LONGEST_ROW;
  }

  #finish(rows: Row[]): void {
    const line = this.#rest;
    const row = this.#isTooLong
      ? tooLong(line, this.#line)
      : this.#rowOf(line.endsWith('\r') ? line.slice(0, -1) : line, this.#line);
    if (row !== undefined) rows.push(row);
    this.#line++;
    this.#rest = '';
    this.#isTooLong = false;
  }
}
