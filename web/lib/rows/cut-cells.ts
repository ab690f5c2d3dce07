import Papa from 'papaparse';
import type { Separator } from './separated.js';

/** A row of cells. */
export interface Cells {
  cells: string[];
  /** What is wrong with its quotes: one stands inside a quoted cell, or one is open at the end of the text. */
  quotes?: 'stray' | 'open';
  /** UTF-16 units of the row with its line's end. */
  length: number;
}

/** How a text is cut into cells. */
export interface CutOptions {
  separator: Separator;
  /** Whether the text ends here; if not, its last row may not be whole, and is left out. */
  isEnd: boolean;
  /** Reads quotes as letters, so that every line is a row. */
  withoutQuotes?: boolean;
}

/** The rows of a part of a CSV text, of which as many units were read as their lengths add up to. */
export function cutCells(text: string, { separator, isEnd, withoutQuotes = false }: CutOptions): Cells[] {
  const rows: Cells[] = [];
  let start = 0;
  const config: Papa.ParseConfig<string[]> & { step: (result: Papa.ParseStepResult<string[]>) => void } = {
    delimiter: separator,
    // A file may mix LF and CRLF, whose carriage return is taken off below.
    newline: '\n',
    ...(withoutQuotes ? { fastMode: true } : {}),
    step: ({ data, errors, meta }) => {
      const end = meta.cursor;
      // What follows the last line's end is no row.
      if (end === start) return;
      const cells = (data as unknown as string[][])[0]!;
      const last = cells.length - 1;
      if (endsInReturn(cells[last]!, text, start, end, separator)) cells[last] = cells[last]!.slice(0, -1);
      const row: Cells = { cells, length: end - start };
      if (errors.length > 0) {
        row.quotes = errors.some(({ code }) => code === 'MissingQuotes') ? 'open' : 'stray';
      }
      rows.push(row);
      start = end;
    },
  };
  new Papa.Parser(config as Papa.ParseConfig).parse(text, 0, !isEnd);
  return rows;
}

/**
 * Whether the last cell of the row `text.slice(start, end)` has taken the carriage return of CRLF along: one without quotes
 * has, and stands in the text as it is.
 */
function endsInReturn(cell: string, text: string, start: number, end: number, separator: Separator): boolean {
  if (!cell.endsWith('\r') || text[end - 1] !== '\n') return false;
  const at = end - 1 - cell.length;
  return text.startsWith(cell, at) && (at === start || text[at - 1] === separator);
}
