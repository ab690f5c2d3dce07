// Reads files of labelled texts: tab-separated, a header line, no quoting; plain or xz.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { messageOf } from './failure.js';

/** A file that is missing or damaged: its message names the file and the line. */
export class DataError extends Error {}

/** One labelled text. */
export interface DataRow {
  /** 0 negative, 1 neutral, 2 positive. */
  label: 0 | 1 | 2;
  /** Graded intensity in [-1, 1], where the set has one. */
  score: number | undefined;
  text: string;
}

const COLUMNS = ['label', 'score', 'source', 'text'] as const;
type Places = Record<(typeof COLUMNS)[number] | 'count', number>;

/** All rows of a file in the data format, `.tsv` or `.tsv.xz`. */
export async function readRows(path: string): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  let number = 0;
  let places: Places | undefined;
  for await (const line of linesOf(path, () => number)) {
    ++number;
    if (places === undefined) places = placesOf(line.replace(/^\ufeff/, ''), path);
    else rows.push(rowOf(line, places, `${path}:${number}`));
  }
  if (places === undefined) throw new DataError(`${path}:1: the file is empty`);
  if (rows.length === 0) throw new DataError(`${path}:2: there are no rows`);
  return rows;
}

async function* linesOf(path: string, position: () => number): AsyncGenerator<string> {
  const source = path.endsWith('.xz')
    ? unpacked(path)
    : { stream: createReadStream(path), done: Promise.resolve() };
  source.stream.setEncoding('utf8');
  try {
    yield* byLine(source.stream);
    await source.done;
  } catch (error) {
    if (error instanceof DataError) throw error;
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && syscall?.startsWith('spawn')) {
      throw new DataError(`${path}: the command "xz", which unpacks it, is not installed`);
    }
    throw new DataError(`${path}:${position() + 1}: ${messageOf(error)}`);
  }
}

/** Lines end with LF or CRLF and nothing else: a text may hold any other kind of break. */
async function* byLine(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const part of stream as AsyncIterable<string>) {
    const lines = (rest + part).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

function unpacked(path: string): { stream: Readable; done: Promise<void> } {
  const child = spawn('xz', ['--decompress', '--stdout', '--', path], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(complaint.trim().replace(/\s+/g, ' ') || `xz ended with code ${code}`));
    });
  });
  // Awaited after the last line; until then a failure is nobody's unhandled rejection.
  done.catch(() => undefined);
  return { stream: child.stdout, done };
}

function placesOf(header: string, path: string): Places {
  const names = header.split('\t');
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new DataError(
      `${path}:1: no column "${missing.join('", "')}"; the header is "${names.join(' ').slice(0, 80)}"`,
    );
  }
  const [label, score, source, text] = COLUMNS.map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  return { count: names.length, label, score, source, text };
}

function rowOf(line: string, places: Places, where: string): DataRow {
  const cells = line.split('\t');
  if (cells.length !== places.count)
    throw new DataError(`${where}: ${cells.length} columns, not ${places.count}`);
  const named = cells[places.label]!;
  const label = ([0, 1, 2] as const).find((one) => String(one) === named);
  if (label === undefined) throw new DataError(`${where}: label "${named.slice(0, 20)}" is not 0, 1 or 2`);
  const written = cells[places.score]!;
  const score = written === '' ? undefined : Number(written);
  if (score !== undefined && !(Math.abs(score) <= 1)) {
    throw new DataError(`${where}: score "${written.slice(0, 20)}" is not a number from -1 to 1`);
  }
  return { label, score, text: cells[places.text]! };
}
