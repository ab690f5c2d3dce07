import { parseArgs } from 'node:util';
import { type Encoding, ENCODINGS } from '../rows/decode.js';
import { type Field, FIELDS } from '../rows/fields.js';
import type { Separator } from '../rows/separated.js';
import { KERNELS, type Kernels, type Precision, PRECISIONS } from '../variants.js';
import { UsageError } from './failure.js';
import { OPTION_TABLE, optionRows } from './option-table.js';

export interface ModelChoice {
  /** A name among the package's models, or a file. */
  model: string;
  /** Absent: as the file's name says. */
  precision?: Precision;
  kernels?: Kernels;
  /** JSON, or a file of it. */
  words?: string;
}

/** What rows look like; what is absent is found out. */
export type RowFormat =
  | { kind: 'lines' }
  | { kind: 'json'; field?: string }
  /** `column`: a name, or a place from 0 where there is no header. */
  | { kind: 'table'; separator?: Separator; column?: string | number; hasHeader: boolean };

interface Common extends ModelChoice {
  encoding?: Encoding;
  /** Absent: standard output. */
  output?: string;
}

/** One text. */
export interface TextCommand extends Common {
  kind: 'text';
  /** Absent: standard input. */
  text?: string;
  /** Present: as JSON. */
  json?: { fields?: Field[] };
  /** Present: each word's share of the score is told. */
  explain?: true;
}

/** Many texts. */
export interface RowsCommand extends Common {
  kind: 'rows';
  format: RowFormat;
  /** Addresses, or `-` for standard input; at least one. */
  files: string[];
  fields?: Field[];
  strict: boolean;
  /** Absent: as many as there are cores. */
  jobs?: number;
}

/** What the user asked for. */
export type Command = { kind: 'help' } | { kind: 'version' } | TextCommand | RowsCommand;

const MODES = ['lines', 'jsonl', 'csv', 'tsv'] as const;
const SEPARATOR_NAMES: Record<string, Separator> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };
const MOST_JOBS = 256;

type Values = Partial<Record<keyof typeof OPTION_TABLE, string | boolean>>;

/** Reads a command line; throws `UsageError`. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const modes = MODES.filter((mode) => values[mode]);
  if (modes.length > 1) throw new UsageError(`--${modes[0]} and --${modes[1]} exclude each other`);
  checkNeeds(values);
  const [mode] = modes;
  const common = commonOf(values);
  const fields = given(values.fields, fieldsOf);
  if (mode === undefined) {
    const text = positionals.length === 0 ? '-' : positionals.join(' ');
    return {
      kind: 'text',
      ...common,
      ...(text === '-' ? {} : { text }),
      ...(values.json ? { json: optional('fields', fields) } : {}),
      ...(values.explain ? { explain: true } : {}),
    };
  }
  if (values.json) throw new UsageError(`--json is for one text; --${mode} writes as many as there are rows`);
  if (values.explain) throw new UsageError('--explain is for one text');
  return {
    kind: 'rows',
    ...common,
    format: formatOf(mode, values),
    files: positionals.length === 0 ? ['-'] : positionals,
    strict: values.strict === true,
    ...optional('fields', fields),
    ...optional(
      'jobs',
      given(values.jobs, (jobs) => wholeNumber('--jobs', jobs, MOST_JOBS)),
    ),
  };
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    optionRows().map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...optional('short', short) } as const,
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node adds advice after the first sentence; one line is enough.
    const [message = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(message.replace(/^./, (first) => first.toLowerCase()));
  }
}

function checkNeeds(values: Values): void {
  for (const { name, needs } of optionRows()) {
    if (values[name] === undefined || needs === undefined) continue;
    if (needs.some((other) => values[other as keyof Values])) continue;
    throw new UsageError(`--${name} goes with ${needs.map((other) => `--${other}`).join(' or ')}`);
  }
}

function commonOf(values: Values): Common {
  const model = given(values.model, String) ?? 'small';
  if (model === '') throw new UsageError('--model needs a name or a file');
  if (values.output === '') throw new UsageError('--output needs a file');
  return {
    model,
    ...optional(
      'precision',
      given(values.precision, (value) => oneOf('--precision', value, PRECISIONS)),
    ),
    ...optional(
      'kernels',
      given(values.kernels, (value) => oneOf('--kernels', value, KERNELS)),
    ),
    ...optional('words', given(values.words, String)),
    ...optional(
      'encoding',
      given(values.encoding, (value) => oneOf('--encoding', value, ENCODINGS)),
    ),
    ...optional('output', given(values.output, String)),
  };
}

function formatOf(mode: (typeof MODES)[number], values: Values): RowFormat {
  if (mode === 'lines') return { kind: 'lines' };
  if (mode === 'jsonl') return { kind: 'json', ...optional('field', given(values.field, String)) };
  const hasHeader = values['no-header'] !== true;
  const separator = mode === 'tsv' ? '\t' : given(values.separator, separatorOf);
  const column = given(values.column, (name) =>
    hasHeader ? name : wholeNumber('--column with --no-header', name, 1e6) - 1,
  );
  return { kind: 'table', hasHeader, ...optional('separator', separator), ...optional('column', column) };
}

function separatorOf(value: string): Separator {
  const found = SEPARATOR_NAMES[value] ?? Object.values(SEPARATOR_NAMES).find((one) => one === value);
  if (found === undefined) oneOf('--separator', value, Object.keys(SEPARATOR_NAMES));
  return found!;
}

function fieldsOf(list: string): Field[] {
  return [...new Set(list.split(',').map((name) => oneOf('--fields', name.trim(), FIELDS)))];
}

function wholeNumber(option: string, value: string, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) {
    throw new UsageError(`${option} must be a whole number from 1 to ${most}, not "${value}"`);
  }
  return number;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} must be ${allowed.join(', ')}, not "${value}"`);
  return found;
}

function given<T>(value: string | boolean | undefined, read: (value: string) => T): T | undefined {
  return typeof value === 'string' ? read(value) : undefined;
}

/** `{ [name]: value }`, or nothing where there is no value. */
function optional<N extends string, T>(name: N, value: T | undefined): Partial<Record<N, T>> {
  return value === undefined ? {} : ({ [name]: value } as Record<N, T>);
}
