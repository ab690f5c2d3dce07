import { availableParallelism } from 'node:os';
import { FIELDS } from '../rows/fields.js';
import { readRows } from '../rows/read.js';
import type { Row, RowReader } from '../rows/row.js';
import { createWriter, type RowWriter, type WriterOptions } from '../rows/write.js';
import { Failure } from './failure.js';
import { InOrder } from './in-order.js';
import { type Input, openInput } from './input.js';
import { type Judge, type JudgeSetup, startJudge } from './judge.js';
import { readModel } from './model.js';
import type { RowsCommand } from './options.js';
import type { Output } from './output.js';
import { JudgePool } from './pool.js';
import { type Prepared, prepare } from './shape.js';
import { startThread } from './thread.js';
import type { Progress } from './progress.js';

/** Rows that are judged in one go. */
const MOST_ROWS = 256;
/** UTF-16 units that are judged in one go, unless one row alone has more. */
const MOST_UNITS = 1 << 16;

/** What the run needs of its surroundings. */
export interface Surroundings {
  stdin: AsyncIterable<Uint8Array>;
  openOutput(): Promise<Output>;
  startProgress(output: Output, bytes: number | undefined): Progress;
  /** Tells the user something that is no result. */
  say(line: string): void;
}

/** How it went. */
export interface Outcome {
  rows: number;
  failed: number;
}

/** Judges the rows of all inputs and writes them in their order. */
export async function judgeRows(command: RowsCommand, around: Surroundings): Promise<Outcome> {
  const model = readModel(command);
  const inputs: Input[] = [];
  for (const file of command.files) inputs.push(await openInput(file, around.stdin));
  const sizes = inputs.map(({ size }) => size);
  const bytes = sizes.every((size) => size !== undefined)
    ? sizes.reduce((sum, size) => sum + size, 0)
    : undefined;

  const first = await prepared(inputs[0]!, command, around);
  const setup: JudgeSetup = { model, writer: writerOptions(command, first) };
  const jobs = command.jobs ?? availableParallelism();
  const judge =
    jobs === 1 ? await startJudge(setup) : new JudgePool((events) => startThread(setup, events), jobs);
  try {
    const output = await around.openOutput();
    const progress = around.startProgress(output, bytes);
    const run = new RowsRun(judge, createWriter(setup.writer), output, progress, jobs);
    await run.read(first, inputs[0]!.name, command);
    for (const input of inputs.slice(1)) {
      await run.read(await prepared(input, command, around), input.name, command);
    }
    const outcome = await run.end();
    await output.commit();
    progress.end();
    return outcome;
  } finally {
    judge.close();
  }
}

function prepared(input: Input, { format, encoding }: RowsCommand, around: Surroundings): Promise<Prepared> {
  return prepare(input, format, encoding, (line) => {
    around.say(line);
  });
}

function writerOptions({ format, fields }: RowsCommand, { separator }: Prepared): WriterOptions {
  switch (format.kind) {
    case 'lines':
      return { kind: 'results', fields: fields ?? FIELDS.slice(0, 4) };
    case 'json':
      return { kind: 'json', fields: fields ?? FIELDS.slice(0, 4) };
    case 'table':
      return { kind: 'table', fields: fields ?? FIELDS.slice(0, 3), separator };
  }
}

/** Rows on their way from readers through a judge to the output. */
class RowsRun {
  readonly #judge: Judge;
  readonly #writer: RowWriter;
  readonly #output: Output;
  readonly #progress: Progress;
  readonly #inOrder: InOrder;
  readonly #outcome: Outcome = { rows: 0, failed: 0 };
  /** The first input's; absent until it is written. */
  #header: { names: readonly string[] | undefined } | undefined;

  constructor(judge: Judge, writer: RowWriter, output: Output, progress: Progress, jobs: number) {
    this.#judge = judge;
    this.#writer = writer;
    this.#output = output;
    this.#progress = progress;
    this.#inOrder = new InOrder((text) => this.#output.write(text), 3 * jobs);
  }

  async read({ parts, reader }: Prepared, name: string, { encoding }: RowsCommand): Promise<void> {
    const rows = readRows(this.#counted(parts), reader, encoding);
    for (;;) {
      // An input may keep silent for long; a failure is told at once all the same.
      const next = await this.#inOrder.meanwhile(rows.next());
      if (next.done) break;
      await this.#start(reader, name);
      for (const batch of batchesOf(next.value)) await this.#inOrder.add(this.#judged(batch));
    }
    // A table of which there is nothing but the header.
    if (reader.header !== undefined) await this.#start(reader, name);
  }

  async end(): Promise<Outcome> {
    await this.#inOrder.end();
    return this.#outcome;
  }

  async #start({ header }: RowReader, name: string): Promise<void> {
    if (this.#header === undefined) {
      this.#header = { names: header };
      const start = this.#writer.start(header);
      if (start !== '') await this.#inOrder.add(Promise.resolve(start));
    } else if (this.#header.names?.join('\0') !== header?.join('\0')) {
      throw new Failure(`${name}: has other columns than the first file`);
    }
  }

  async #judged(batch: Row[]): Promise<string> {
    const readable = batch.filter(({ error }) => error === undefined);
    const results = readable.length === 0 ? [] : await this.#judge.judge(readable.map(({ text }) => text!));
    let next = 0;
    const text = batch
      .map((row) => this.#writer.row(row, row.error === undefined ? results[next++]! : ''))
      .join('');
    this.#outcome.rows += batch.length;
    this.#outcome.failed += batch.length - readable.length;
    this.#progress.add(batch.length);
    return text;
  }

  async *#counted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      yield part;
      this.#progress.addBytes(part.length);
    }
  }
}

function* batchesOf(rows: Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let units = 0;
  for (const row of rows) {
    batch.push(row);
    units += row.text?.length ?? 0;
    if (batch.length < MOST_ROWS && units < MOST_UNITS) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}
