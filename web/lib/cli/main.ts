import { createReadStream, readFileSync } from 'node:fs';
import { SentibyteError } from '../errors.js';
import { PACKAGE_JSON } from '../files/node-platform.js';
import { HELP } from './help.js';
import { judgeLines } from './lines.js';
import { openAnalyzer } from './model.js';
import { type Command, parseCommand, UsageError } from './options.js';
import { describe } from './person.js';
import { progressOn } from './progress.js';

/** The streams of a process. */
export interface Streams {
  stdin: AsyncIterable<Uint8Array>;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** Runs the command and returns its exit code. */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  const { stdout, stderr } = streams;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`| head`): nothing to complain about.
    if (error.code === 'EPIPE') process.exit(0);
    stderr.write(`sentibyte: ${error.message}\n`);
    process.exit(1);
  });
  try {
    await run(parseCommand(args), streams);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      stderr.write(`sentibyte: ${error.message} (see --help)\n`);
      return 2;
    }
    if (!(error instanceof SentibyteError) && (error as NodeJS.ErrnoException).code === undefined)
      throw error;
    stderr.write(`sentibyte: ${(error as Error).message}\n`);
    return 1;
  }
}

async function run(command: Command, { stdin, stdout, stderr }: Streams): Promise<void> {
  switch (command.kind) {
    case 'help':
      stdout.write(HELP);
      return;
    case 'version':
      stdout.write(`${version()}\n`);
      return;
    case 'text':
      stdout.write(describe(command.text, await openAnalyzer(command)));
      return;
    case 'lines': {
      const analyzer = await openAnalyzer(command);
      const progress = progressOn(stderr, stdout);
      const input = command.file === undefined ? stdin : createReadStream(command.file);
      await judgeLines(input, stdout, analyzer, progress);
      progress.end();
    }
  }
}

function version(): string {
  const about = JSON.parse(readFileSync(PACKAGE_JSON, 'utf8')) as {
    version: string;
  };
  return about.version;
}
