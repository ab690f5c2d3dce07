import { cutCells } from '../rows/cut-cells.js';
import type { Encoding } from '../rows/decode.js';
import { jsonLinesReader } from '../rows/json-lines.js';
import { LineReader } from '../rows/lines.js';
import type { RowReader } from '../rows/row.js';
import { type Separator, SEPARATORS } from '../rows/separated.js';
import { sniff } from '../rows/sniff.js';
import { TableReader } from '../rows/table.js';
import { Failure } from './failure.js';
import { type Input, takeSample } from './input.js';
import type { RowFormat } from './options.js';

/** Bytes from which the shape of an input is found out. */
const SAMPLE_BYTES = 1 << 16;

/** An input and how to read it. */
export interface Prepared {
  parts: AsyncIterable<Uint8Array>;
  reader: RowReader;
  /** That of a table. */
  separator: Separator;
}

/**
 * Finds out what the command line leaves open. Where it says which column or field has the texts, the first lines are
 * enough, so that a program can wait for each answer before it writes on.
 */
export async function prepare(
  { name, parts: all }: Input,
  format: RowFormat,
  encoding: Encoding | undefined,
  say: (line: string) => void,
): Promise<Prepared> {
  const { sample, isWhole, parts } = await takeSample(all, (bytes) => isEnough(bytes, format));
  const { kind } = format;
  const separator = format.kind === 'table' ? (format.separator ?? separatorWith(format, sample)) : undefined;
  const hasHeader = format.kind === 'table' ? format.hasHeader : undefined;
  const { encoding: likely, shape } = sniff(sample, { kind, encoding, separator, hasHeader, isWhole });
  if (encoding === undefined && likely === 'windows-1252') {
    say(`${name} is not UTF-8; if letters are wrong, try --encoding windows-1252`);
  }
  if (format.kind === 'json' && shape.kind === 'json') {
    const field = format.field ?? shape.field;
    if (field === undefined && sample.length > 0) {
      throw new Failure(`${name}: no field looks like a text; name it with --field`);
    }
    if (format.field === undefined && field !== undefined) say(`judging the field "${field}" of ${name}`);
    return { parts, reader: jsonLinesReader(field ?? ''), separator: ',' };
  }
  if (format.kind === 'table' && shape.kind === 'table') {
    const column = format.column ?? shape.column;
    if (format.column === undefined && sample.length > 0) {
      const named = shape.header?.[shape.column] ?? String(shape.column + 1);
      say(`judging the column "${named}" of ${name}`);
    }
    const reader = new TableReader({ separator: shape.separator, column, hasHeader: format.hasHeader });
    return { parts, reader, separator: shape.separator };
  }
  return { parts, reader: new LineReader(), separator: ',' };
}

function isEnough(sample: Uint8Array, format: RowFormat): boolean {
  if (sample.length >= SAMPLE_BYTES) return true;
  switch (format.kind) {
    case 'lines':
      return true;
    case 'json':
      return format.field !== undefined;
    case 'table':
      return format.column !== undefined && (format.separator !== undefined || sample.includes(0x0a));
  }
}

/** The separator with which the header has the column that is asked for. */
function separatorWith(
  { column, hasHeader }: RowFormat & { kind: 'table' },
  sample: Uint8Array,
): Separator | undefined {
  if (!hasHeader || typeof column !== 'string') return undefined;
  const text = new TextDecoder().decode(sample);
  return SEPARATORS.find((separator) => {
    const [first] = cutCells(text, { separator, isEnd: true });
    return first !== undefined && first.cells.length > 1 && first.cells.includes(column);
  });
}
