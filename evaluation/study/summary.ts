// The committed figures of the study, models/results/quantization/summary.json: one line per row.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Variant, VARIANTS } from './variants.js';

/** How the columns of a row are called in the file, in order. */
const COLUMNS = [
  'bytes',
  'brotli',
  'sst2',
  'tweeteval',
  'texts',
  'agreement',
  'logitError',
  'sqnr',
  'meanBits',
  'microseconds',
  'path',
] as const;

/** What one way of quantizing gives. */
export interface Row {
  bytes: number;
  /** Compressed at quality 9. */
  brotli: number;
  /** Accuracy over two classes, and macro recall over three. */
  sst2: number;
  tweeteval: number;
  /** Texts of SST-2 that were counted: fewer where only the scalar path runs. */
  texts: number;
  /** Share of labels that the float model gives too, and the mean distance of the logits to its. */
  agreement: number;
  logitError: number;
  /** Signal to noise of the weights in dB, and their bits; none for the float model. */
  sqnr: number | null;
  meanBits: number | null;
  /** For a text of 32 tokens. */
  microseconds: number;
  path: 'fast' | 'scalar';
}

/** Everything that was measured on one network. */
export interface ModelStudy {
  model: string;
  /** SHA-256 of the float blob. */
  source: string;
  /** Texts of each set. */
  texts: Record<string, number>;
  kernels: string;
  float: Row;
  rows: Map<string, Row>;
}

type Line = (number | string | null)[];

interface Content {
  columns: readonly string[];
  /** The arguments that each row was made with. */
  variants: Record<string, string>;
  models: (Omit<ModelStudy, 'float' | 'rows'> & { float: Line; rows: Record<string, Line> })[];
}

/** Everything that makes a row what it is, as words. */
function wordsOf({ args, calibrate, budgetOf }: Variant): string {
  const texts = calibrate === undefined ? [] : ['--calibrate', String(calibrate)];
  const budget = budgetOf === undefined ? [] : ['--budget', budgetOf];
  return [...args, ...texts, ...budget].join(' ');
}

const ARGUMENTS = Object.fromEntries(VARIANTS.map((variant) => [variant.id, wordsOf(variant)]));

const fileIn = (folder: string): string => join(folder, 'summary.json');

/** Names a blob by what is in it. */
export function sourceOf(blob: Uint8Array): string {
  return createHash('sha256').update(blob).digest('hex');
}

function rowOf(line: Line): Row {
  // The columns are those that `lineOf` wrote.
  return Object.fromEntries(COLUMNS.map((column, i) => [column, line[i]])) as unknown as Row;
}

function lineOf(row: Row): Line {
  return COLUMNS.map((column) => {
    const value = row[column];
    return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
  });
}

/** What is known. A row whose arguments have changed since is not. */
export function readSummary(folder: string): ModelStudy[] {
  if (!existsSync(fileIn(folder))) return [];
  const { columns, variants, models } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Content;
  if (columns.join() !== COLUMNS.join()) throw new Error(`${fileIn(folder)} has other columns`);
  return models.map(({ float, rows, ...about }) => ({
    ...about,
    float: rowOf(float),
    rows: new Map(
      Object.entries(rows)
        .filter(([id]) => ARGUMENTS[id] !== undefined && variants[id] === ARGUMENTS[id])
        .map(([id, line]) => [id, rowOf(line)]),
    ),
  }));
}

/** Writes the file anew, rows in the order of the variants. */
export function writeSummary(folder: string, studies: readonly ModelStudy[]): void {
  const variants = Object.entries(ARGUMENTS).map(
    ([id, args]) => `  ${JSON.stringify(id)}: ${JSON.stringify(args)}`,
  );
  const models = studies.map(({ model, source, texts, kernels, float, rows }) => {
    const lines = VARIANTS.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [`    ${JSON.stringify(id)}: ${JSON.stringify(lineOf(row))}`] : [];
    });
    return [
      `  "model": ${JSON.stringify(model)}, "source": ${JSON.stringify(source)},`,
      `  "texts": ${JSON.stringify(texts)}, "kernels": ${JSON.stringify(kernels)},`,
      `  "float": ${JSON.stringify(lineOf(float))},`,
      `  "rows": {\n${lines.join(',\n')}\n  }`,
    ].join('\n');
  });
  writeFileSync(
    fileIn(folder),
    `{\n"columns": ${JSON.stringify(COLUMNS)},\n"variants": {\n${variants.join(',\n')}\n},\n` +
      `"models": [\n{\n${models.join('\n},\n{\n')}\n}\n]\n}\n`,
  );
}
