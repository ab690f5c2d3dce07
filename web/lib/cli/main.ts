import { readFileSync } from 'node:fs';
import { SentibyteError } from '../errors.js';
import { PACKAGE_JSON } from '../files/node-platform.js';
import { Failure, systemCode, UsageError } from './failure.js';
import { HELP } from './help.js';
import { parseCommand, type RowsCommand, type TextCommand } from './options.js';
import { fileOutput, type Output, streamOutput } from './output.js';
import { printable } from './printable.js';
import { type Progress, progressOn } from './progress.js';
import { judgeRows } from './rows.js';
import { isFileName, judgeText, type TextInput } from './text.js';

/** The streams of a process. */
export interface Streams {
  stdin: TextInput;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** Exit codes of a process that a signal ended, as shells count them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs the command and returns its exit code. */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  const run = new Run(streams);
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      run.giveUp();
      process.exit(code);
    });
  }
  try {
    return await run.do(args);
  } catch (error) {
    run.giveUp();
    // The reader has seen enough (`| head`): nothing to complain about.
    if (systemCode(error) === 'EPIPE') return 0;
    if (error instanceof UsageError) {
      run.say(`${error.message} (see --help)`);
      return 2;
    }
    const isForUsers = error instanceof SentibyteError || error instanceof Failure;
    if (!isForUsers && systemCode(error) === undefined) throw error;
    run.say((error as Error).message);
    return 1;
  }
}

class Run {
  readonly #streams: Streams;
  #output: Output | undefined;
  #progress: Progress | undefined;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  async do(args: readonly string[]): Promise<number> {
    const command = parseCommand(args);
    switch (command.kind) {
      case 'help':
        return this.#print(HELP);
      case 'version':
        return this.#print(`${version()}\n`);
      case 'text':
        return this.#doText(command);
      case 'rows':
        return this.#doRows(command);
    }
  }

  say(line: string): void {
    this.#progress?.clear();
    this.#streams.stderr.write(`sentibyte: ${printable(line)}\n`);
  }

  /** Leaves the terminal tidy and the output as it was. Never throws. */
  giveUp(): void {
    this.#progress?.clear();
    this.#output?.abandon();
  }

  async #doText(command: TextCommand): Promise<number> {
    const { text, output } = command;
    const { stdin, stdout } = this.#streams;
    if (text !== undefined && isFileName(text)) {
      this.say(`"${text}" is a file, and its name was judged; for what is in it: sentibyte --lines ${text}`);
    }
    const isColoured =
      output === undefined && stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    return this.#print(await judgeText(command, stdin, isColoured), output);
  }

  async #doRows(command: RowsCommand): Promise<number> {
    const { rows, failed } = await judgeRows(command, {
      stdin: this.#streams.stdin,
      openOutput: () => this.#open(command.output),
      startProgress: (output, bytes) => (this.#progress = progressOn(this.#streams.stderr, output, bytes)),
      say: (line) => {
        this.say(line);
      },
    });
    this.#progress = undefined;
    if (failed === 0) return 0;
    this.say(`${failed} of ${rows} rows could not be read; each says why`);
    return command.strict ? 1 : 0;
  }

  async #print(text: string, file?: string): Promise<number> {
    const output = await this.#open(file);
    await output.write(text);
    await output.commit();
    return 0;
  }

  async #open(file: string | undefined): Promise<Output> {
    this.#output = file === undefined ? streamOutput(this.#streams.stdout) : await fileOutput(file);
    return this.#output;
  }
}

function version(): string {
  const about = JSON.parse(readFileSync(PACKAGE_JSON, 'utf8')) as { version: string };
  return about.version;
}
