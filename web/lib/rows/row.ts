/** A row as it was read: a line, or the cells of a table's row. */
export type Original = string | readonly string[];

/** A row with a text to judge. */
export interface ReadableRow {
  original: Original;
  text: string;
  error?: never;
}

/** A row that has no text to judge, and why. It is listed with the others, never left out. */
export interface UnreadableRow {
  original: Original;
  text?: never;
  error: string;
  /** The line that it begins in, counted from 1. */
  line: number;
}

/** A row of an input, in the order of the input. */
export type Row = ReadableRow | UnreadableRow;

/** Cuts a text that arrives in parts into rows. Holds at most one row that is not whole yet. */
export interface RowReader {
  /** The names of a table's columns, once they were read; absent where the input has none. */
  readonly header?: readonly string[] | undefined;
  /** Whether all that was pushed is read, so that what follows begins with a row. */
  readonly isBetweenRows: boolean;
  /** A reader of the same input from the beginning of any later row. It counts lines from where it starts. */
  another(): RowReader;
  /** The rows that `part` completes. */
  push(part: string): Row[];
  /** The last row, where it has no end of its own. */
  end(): Row[];
}

/** UTF-16 units of a row that are kept at most: what bounds the memory of a row without an end. */
export const LONGEST_ROW = 1 << 20;

/** UTF-16 units that are kept of a row that was too long. */
const KEPT_OF_TOO_LONG = 100;

/** What is listed for a row longer than `LONGEST_ROW`. */
export function tooLong(beginning: string, line: number): UnreadableRow {
  return {
    line,
    original: `${beginning.slice(0, KEPT_OF_TOO_LONG)}…`,
    error: `the row is longer than ${LONGEST_ROW} characters`,
  };
}
