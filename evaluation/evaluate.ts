// npm run evaluate: figures of models on labelled texts, through the built package.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Analyzer, Sentiment } from '../web/lib/index.js';
import { type Precision, PRECISIONS } from '../web/lib/variants.js';
import { DataError, type DataRow, readRows } from './data.js';
import { messageOf } from './failure.js';
import { goalsOf } from './goals.js';
import { compare, evaluate } from './metrics.js';
import { kernelsOf, type Located, locate, ModelError, open, precisionsOf } from './models.js';
import { named, root } from './paths.js';
import { goalsTable, LEGEND, setsTable } from './report.js';
import { type Evaluation, resultsFolder, type SetFigures, type Sets } from './results.js';

const HELP = `Usage: npm run evaluate -- [options] [FILE...]

Scores labelled texts (.tsv or .tsv.xz: label, score, source, text) through dist/, in int8 and in float.
Without FILEs: all of ../shared/data/dev.

  --model NAME|FILE     small (default), another of dist/models, or an .sbm file; may be repeated
  --precision P         int8, float or both (default)
  --kernels K           scalar, simd or relaxed (default: the fastest that runs here)
  --json FILE           write the figures as JSON too
  --results             write models/results/NAME.json of each model
  -h, --help            print this
`;

const DEV = join(root, '../shared/data/dev');

class UsageError extends Error {}

function words() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        model: { type: 'string', multiple: true, default: ['small'] },
        precision: { type: 'string', default: 'both' },
        kernels: { type: 'string' },
        json: { type: 'string' },
        results: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error).split(/\. |\n/)[0]);
  }
}

function parse() {
  const { values, positionals } = words();
  const precisions = precisionsOf(values.precision);
  if (!precisions) throw new UsageError(`--precision must be int8, float or both, not "${values.precision}"`);
  const kernels = values.kernels === undefined ? undefined : kernelsOf(values.kernels);
  if (values.kernels !== undefined && !kernels)
    throw new UsageError(`--kernels must be scalar, simd or relaxed, not "${values.kernels}"`);
  return { ...values, precisions, kernels, files: positionals };
}

function defaultFiles(): string[] {
  if (!existsSync(DEV)) throw new UsageError('give a file: ../shared/data/dev is not here');
  return readdirSync(DEV)
    .filter((file) => /\.tsv(?:\.xz)?$/.test(file))
    .sort()
    .map((file) => join(DEV, file));
}

async function readSets(files: readonly string[]): Promise<Map<string, DataRow[]>> {
  const sets = new Map<string, DataRow[]>();
  for (const file of files) {
    const name = basename(file).replace(/\.tsv(?:\.xz)?$/, '');
    if (sets.has(name)) throw new UsageError(`two files are named ${name}`);
    sets.set(name, await readRows(file));
  }
  return sets;
}

async function judge(
  analyzer: Analyzer,
  rows: readonly DataRow[],
): Promise<{ results: Sentiment[]; textsPerSecond: number }> {
  const start = performance.now();
  const results = await analyzer.analyzeBatch(rows.map(({ text }) => text));
  const textsPerSecond = Math.round(rows.length / ((performance.now() - start) / 1000));
  return { results, textsPerSecond };
}

async function judgeModel(
  { name: model }: Located,
  analyzers: Partial<Record<Precision, Analyzer>>,
  sets: ReadonlyMap<string, DataRow[]>,
): Promise<Evaluation> {
  const figures: Sets = {};
  const there = PRECISIONS.flatMap((precision) => {
    const analyzer = analyzers[precision];
    return analyzer ? [{ precision, analyzer }] : [];
  });
  for (const [name, rows] of sets) {
    const set: SetFigures = { texts: rows.length };
    const judged: Partial<Record<Precision, Sentiment[]>> = {};
    for (const { precision, analyzer } of there) {
      const { results, textsPerSecond } = await judge(analyzer, rows);
      judged[precision] = results;
      set[precision] = { ...evaluate(rows, results), textsPerSecond };
    }
    if (judged.int8 && judged.float) set.comparison = compare(judged.int8, judged.float);
    figures[name] = set;
  }
  return {
    model,
    bytes: Object.fromEntries(there.map(({ precision, analyzer }) => [precision, analyzer.bytes])),
    kernels: there[0]!.analyzer.kernels,
    sets: figures,
    goals: goalsOf(model, figures),
  };
}

function print(figures: Evaluation): void {
  const sizes = Object.entries(figures.bytes).map(
    ([precision, bytes]) => `${precision} ${bytes.toLocaleString('en')} bytes`,
  );
  console.log(`${figures.model}: ${sizes.join(', ')}; ${figures.kernels} kernels\n`);
  console.log(setsTable(figures.sets));
  if (figures.goals.length > 0) console.log(`\n${goalsTable(figures.goals)}`);
  console.log();
}

function keep(figures: Evaluation): void {
  const folder = resultsFolder(root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${figures.model}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}

async function main(): Promise<void> {
  const options = parse();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const models = options.model.map((model) => locate(model));
  const sets = await readSets(options.files.length > 0 ? options.files.map(named) : defaultFiles());
  const all: Evaluation[] = [];
  for (const model of models) {
    const analyzers = await open(model, options.precisions, options.kernels);
    const figures = await judgeModel(model, analyzers, sets);
    for (const analyzer of Object.values(analyzers)) analyzer.dispose();
    all.push(figures);
    print(figures);
    if (options.results) keep(figures);
  }
  console.log(LEGEND);
  if (options.json) writeFileSync(named(options.json), `${JSON.stringify(all, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`evaluate: ${error.message} (see --help)`);
    process.exitCode = 2;
  } else if (error instanceof DataError || error instanceof ModelError) {
    console.error(`evaluate: ${error.message}`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
