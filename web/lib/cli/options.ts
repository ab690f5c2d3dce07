import { parseArgs } from 'node:util';
import { KERNELS, type Kernels, type Precision, PRECISIONS } from '../variants.js';

/** A command line that makes no sense: one line for the user, exit code 2. */
export class UsageError extends Error {}

export interface ModelChoice {
  /** A name among the package's models, or a file. */
  model: string;
  /** Absent: as the file's name says. */
  precision?: Precision;
  kernels?: Kernels;
}

/** What the user asked for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | ({ kind: 'text'; text: string } & ModelChoice)
  /** `file` absent: standard input. */
  | ({ kind: 'lines'; file?: string } & ModelChoice);

const OPTIONS = {
  lines: { type: 'boolean' },
  model: { type: 'string' },
  precision: { type: 'string' },
  kernels: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Reads a command line; throws `UsageError`. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const choice: ModelChoice = { model: values.model ?? 'small' };
  if (choice.model === '') throw new UsageError('--model needs a name or a file');
  if (values.precision !== undefined) choice.precision = oneOf('--precision', values.precision, PRECISIONS);
  if (values.kernels !== undefined) choice.kernels = oneOf('--kernels', values.kernels, KERNELS);
  if (!values.lines) {
    if (positionals.length === 0) throw new UsageError('give a text, or --lines to read one per line');
    return { kind: 'text', text: positionals.join(' '), ...choice };
  }
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('--lines reads one file, or standard input');
  return file === undefined || file === '-'
    ? { kind: 'lines', ...choice }
    : { kind: 'lines', file, ...choice };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node adds advice after the first sentence; one line is enough.
    const [message = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(message.replace(/^./, (first) => first.toLowerCase()));
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} must be ${allowed.join(', ')}, not "${value}"`);
  return found;
}
