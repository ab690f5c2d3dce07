import { ENCODINGS } from '../rows/decode.js';
import { FIELDS } from '../rows/fields.js';
import { KERNELS, PRECISIONS } from '../variants.js';

/** An option: what reads it, what the usage prints, and what the document says. */
export interface OptionRow {
  group: 'Input' | 'Output' | 'Model' | 'Other';
  /** How its value is called; absent where it has none. */
  value?: string;
  short?: string;
  /** Options without one of which it means nothing. */
  needs?: readonly string[];
  help: string;
}

const TABLES = ['csv', 'tsv'];
const ROWS = ['lines', 'jsonl', ...TABLES];

/** Every option of the command. */
export const OPTION_TABLE = {
  lines: { group: 'Input', help: 'a text per line; writes a JSON object per line' },
  jsonl: { group: 'Input', help: 'a JSON object per line; writes each with a field "sentiment"' },
  field: {
    group: 'Input',
    value: 'NAME',
    needs: ['jsonl'],
    help: 'the field of the text (default: what looks like one)',
  },
  csv: { group: 'Input', help: 'a table with a header; writes it with columns "sentiment_…" at its end' },
  tsv: { group: 'Input', help: 'the same with tabs between the cells' },
  column: {
    group: 'Input',
    value: 'NAME',
    needs: TABLES,
    help: 'the column of the text (default: what looks like one); with --no-header its number, from 1',
  },
  'no-header': { group: 'Input', needs: TABLES, help: 'the first row is one like the others' },
  separator: {
    group: 'Input',
    value: 'S',
    needs: ['csv'],
    help: 'comma, semicolon, tab or pipe (default: found out)',
  },
  encoding: {
    group: 'Input',
    value: 'E',
    help: `${listed(ENCODINGS)} (default: UTF-8, or as a byte-order mark says)`,
  },
  json: { group: 'Output', help: 'prints one text as JSON, with its sentences' },
  explain: { group: 'Output', help: 'says of one text what each of its words adds to the score' },
  fields: {
    group: 'Output',
    value: 'A,B,…',
    needs: ['json', ...ROWS],
    help: `what to write of ${listed(FIELDS)} (default: the first four, in a table the first three)`,
  },
  output: {
    group: 'Output',
    short: 'o',
    value: 'FILE',
    help: 'writes there instead of to standard output; a run that fails leaves the file as it was',
  },
  strict: { group: 'Output', needs: ROWS, help: 'exit code 1 where a row could not be read' },
  model: {
    group: 'Model',
    short: 'm',
    value: 'NAME',
    help: 'small (default), nano, another model of the package, or an .sbm file',
  },
  words: {
    group: 'Model',
    value: 'WORDS',
    help: 'words of your own, as JSON like {"crashy": -0.6}, or a file of that',
  },
  precision: { group: 'Model', value: 'P', help: `${listed(PRECISIONS)} (default: int8)` },
  kernels: { group: 'Model', value: 'K', help: `${listed(KERNELS)} (default: the fastest that runs here)` },
  jobs: {
    group: 'Model',
    short: 'j',
    value: 'N',
    needs: ROWS,
    help: 'judges in so many threads (default: one for each core)',
  },
  help: { group: 'Other', short: 'h', help: 'prints this' },
  version: { group: 'Other', short: 'v', help: 'prints the version' },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTION_TABLE;

/** The rows of the table with their names. */
export function optionRows(): (OptionRow & { name: OptionName })[] {
  return Object.entries<OptionRow>(OPTION_TABLE).map(([name, row]) => ({ name: name as OptionName, ...row }));
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
