// npm run evaluate: figures of models on labelled texts, through the built package.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataError, readRows } from './evaluation/data.mjs';
import { CALIBRATION_SETS, goalsOf } from './evaluation/goals.mjs';
import { calibrationError, compare, evaluate } from './evaluation/metrics.mjs';
import { locate, ModelError, open } from './evaluation/models.mjs';
import { goalsTable, LEGEND, setsTable } from './evaluation/report.mjs';

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

const root = fileURLToPath(new URL('../', import.meta.url));
const base = process.env.INIT_CWD ?? process.cwd();
const DEV = join(root, '../shared/data/dev');

class UsageError extends Error {}

function parse() {
  try {
    const { values, positionals } = parseArgs({
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
    if (!['int8', 'float', 'both'].includes(values.precision)) {
      throw new UsageError(`--precision must be int8, float or both, not "${values.precision}"`);
    }
    return { ...values, files: positionals };
  } catch (error) {
    throw new UsageError(error.message.split(/\. |\n/)[0]);
  }
}

function defaultFiles() {
  if (!existsSync(DEV)) throw new UsageError('give a file: ../shared/data/dev is not here');
  return readdirSync(DEV)
    .filter((file) => /\.tsv(?:\.xz)?$/.test(file))
    .sort()
    .map((file) => join(DEV, file));
}

async function readSets(files) {
  const sets = new Map();
  for (const file of files) {
    const name = basename(file).replace(/\.tsv(?:\.xz)?$/, '');
    if (sets.has(name)) throw new UsageError(`two files are named ${name}`);
    sets.set(name, await readRows(file));
  }
  return sets;
}

async function judge(analyzer, rows) {
  const start = performance.now();
  const results = await analyzer.analyzeBatch(rows.map(({ text }) => text));
  const textsPerSecond = Math.round(rows.length / ((performance.now() - start) / 1000));
  return { results, textsPerSecond };
}

async function judgeModel(model, analyzers, sets) {
  const figures = {};
  const calibration = {};
  for (const [name, rows] of sets) {
    const set = { texts: rows.length };
    const judged = {};
    for (const [precision, analyzer] of Object.entries(analyzers)) {
      const { results, textsPerSecond } = await judge(analyzer, rows);
      judged[precision] = results;
      set[precision] = { ...evaluate(rows, results), textsPerSecond };
      if (CALIBRATION_SETS.includes(name)) {
        const pool = (calibration[precision] ??= { names: [], labels: [], results: [] });
        pool.names.push(name);
        pool.labels.push(...rows.map(({ label }) => label));
        pool.results.push(...results);
      }
    }
    if (judged.int8 && judged.float) set.comparison = compare(judged.int8, judged.float);
    figures[name] = set;
  }
  const pooled = {};
  for (const [precision, { names, labels, results }] of Object.entries(calibration)) {
    if (names.length === CALIBRATION_SETS.length) pooled[precision] = calibrationError(labels, results);
  }
  const isPooled = Object.keys(pooled).length > 0;
  const any = analyzers.int8 ?? analyzers.float;
  return {
    model: model.name,
    bytes: Object.fromEntries(Object.entries(analyzers).map(([precision, { bytes }]) => [precision, bytes])),
    kernels: any.kernels,
    sets: figures,
    ...(isPooled ? { calibration: { sets: CALIBRATION_SETS, ...pooled } } : {}),
    goals: goalsOf(model.name, figures, isPooled ? pooled : undefined),
  };
}

function print(figures) {
  const sizes = Object.entries(figures.bytes).map(
    ([precision, bytes]) => `${precision} ${bytes.toLocaleString('en')} bytes`,
  );
  console.log(`${figures.model}: ${sizes.join(', ')}; ${figures.kernels} kernels\n`);
  console.log(setsTable(figures.sets));
  if (figures.calibration) {
    const { sets, ...errors } = figures.calibration;
    const shown = Object.entries(errors).map(([precision, error]) => `${precision} ${error.toFixed(4)}`);
    console.log(`\ncalibration error over ${sets.join(' + ')}: ${shown.join(', ')}`);
  }
  if (figures.goals.length > 0) console.log(`\n${goalsTable(figures.goals)}`);
  console.log();
}

async function main() {
  const options = parse();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const models = options.model.map((model) => locate(model, base));
  const precisions = options.precision === 'both' ? ['int8', 'float'] : [options.precision];
  const files = options.files.length > 0 ? options.files.map((file) => resolve(base, file)) : defaultFiles();
  const sets = await readSets(files);
  const all = [];
  for (const model of models) {
    const analyzers = await open(model, precisions, options.kernels);
    if (Object.keys(analyzers).length === 0)
      throw new ModelError(`${model.name} has no ${options.precision} blob`);
    const figures = await judgeModel(model, analyzers, sets);
    for (const analyzer of Object.values(analyzers)) analyzer.dispose();
    all.push(figures);
    print(figures);
    if (options.results) {
      mkdirSync(join(root, 'models/results'), { recursive: true });
      writeFileSync(join(root, `models/results/${model.name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
    }
  }
  console.log(LEGEND);
  if (options.json) writeFileSync(resolve(base, options.json), `${JSON.stringify(all, null, 2)}\n`);
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
