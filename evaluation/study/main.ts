// npm run study:quantization: every method on every model. The summary and the figures of the documents are in
// models/results/quantization/, all tables and the details of what was measured in build/study/.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readVocabulary } from '../../web/lib/tokenizer/blob.js';
import { Tokenizer } from '../../web/lib/tokenizer/tokenizer.js';
import type { createEngine } from '../../web/lib/node/engine.js';
import { brotliBytes } from '../brotli.js';
import { messageOf } from '../failure.js';
import { named, root } from '../paths.js';
import { BEFORE } from './before.js';
import { drawFigures } from './figures.js';
import { measure, type Measured } from './measure.js';
import { type Quantize, quantizer, type Weights, weightsOf } from './quantize.js';
import { type ModelStudy, readSummary, type Row, sourceOf, writeSummary } from './summary.js';
import { tables } from './tables.js';
import { encode, type Encoded, firstOf, readTexts, type SetName, type Texts, toLines } from './texts.js';
import { type Variant, VARIANTS } from './variants.js';

const HELP = `Usage: npm run study:quantization -- [options]

  --models A,B,...   default: every one with a float blob in models/
  --groups A,B,...   default: all groups of evaluation/study/variants.ts; rows that are there already stay
  --blobs FOLDER     where NAME.float.sbm lie (default models), and NAME${BEFORE}.float.sbm: the network before
                     quantization-aware training
  --data FOLDER      default ../shared/data/dev
  --results FOLDER   default models/results/quantization
  --only-draw        tables and figures from the figures that are there
`;

/** Texts of each set for blobs that only the scalar path runs. */
const ON_REFERENCE_PATH = 150;
const NETWORKS = ['small', 'nano', 'dense', 'cnn', 'rnn', 'gru', 'transformer'];
const NAMES = NETWORKS.flatMap((name) => [name, name + BEFORE]);
const WORK = join(root, 'build/study');
/** Quality 9 is within a percent of 11 on weights and ten times as fast: there are hundreds of blobs. */
const QUALITY = 9;

const { values: options } = parseArgs({
  options: {
    models: { type: 'string' },
    groups: { type: 'string' },
    blobs: { type: 'string', default: join(root, 'models') },
    data: { type: 'string', default: join(root, '../shared/data/dev') },
    results: { type: 'string', default: join(root, 'models/results/quantization') },
    'only-draw': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const results = named(options.results);
const blobs = named(options.blobs);

/** What measuring takes. */
interface Tools {
  createEngine: typeof createEngine;
  quantize: Quantize;
  texts: Texts;
}

/** Everything about one model that its rows share. */
interface Opened {
  file: string;
  blob: Uint8Array;
  sets: Record<SetName, Encoded>;
  calibration: Encoded;
  original: Awaited<ReturnType<typeof measure>>;
}

const fileOf = (name: string): string => join(blobs, `${name}.float.sbm`);

async function tools(): Promise<Tools> {
  const engine = pathToFileURL(join(root, 'dist/node/engine.js')).href;
  const { createEngine } = (await import(engine)) as typeof import('../../web/lib/node/engine.js');
  return { createEngine, quantize: quantizer(root, WORK), texts: await readTexts(named(options.data)) };
}

async function open(name: string, { createEngine, texts }: Tools): Promise<Opened> {
  const file = fileOf(name);
  const blob = new Uint8Array(readFileSync(file));
  const tokenizer = new Tokenizer(readVocabulary(blob));
  const probe = await createEngine({ blob, precision: 'float' });
  const { longest } = probe;
  probe.dispose();
  const sets = {
    sst2_dev: encode(tokenizer, texts.sets.sst2_dev, longest),
    tweeteval_dev: encode(tokenizer, texts.sets.tweeteval_dev, longest),
  };
  return {
    file,
    blob,
    sets,
    calibration: encode(tokenizer, texts.calibration, longest),
    original: await measure(createEngine, blob, 'float', sets),
  };
}

async function rowOf(blob: Uint8Array, figures: Measured, weights?: Weights): Promise<Row> {
  const { sst2_dev, tweeteval_dev } = figures.sets;
  return {
    bytes: blob.length,
    brotli: await brotliBytes(blob, QUALITY),
    sst2: sst2_dev.accuracy,
    tweeteval: tweeteval_dev.recall,
    texts: sst2_dev.texts,
    agreement: figures.agreement,
    logitError: figures.logitError,
    sqnr: weights?.sqnr ?? null,
    meanBits: weights?.meanBits ?? null,
    microseconds: figures.microseconds,
    path: figures.path,
  };
}

/** Quantizes and measures one row. `rows` are those before it, by id. */
async function measureRow(
  name: string,
  { id, args, calibrate, budgetOf }: Variant,
  { file, sets, calibration, original }: Opened,
  rows: ReadonlyMap<string, Row>,
  { createEngine, quantize }: Tools,
): Promise<Row> {
  const words = [...args];
  if (calibrate !== undefined) {
    const ids = join(WORK, `calibration-${process.pid}.txt`);
    writeFileSync(ids, toLines(calibration, calibrate));
    words.push('--calibrate', ids);
  }
  if (budgetOf !== undefined) {
    const model = rows.get(budgetOf);
    if (!model) throw new Error(`${id} needs the row ${budgetOf}: run its group first`);
    // The line that says how the blob was made is part of it and longer here.
    words.push('--budget', String(model.bytes + 64));
  }
  const { blob, report } = quantize(file, words);
  const isSlow = report.path === 'scalar';
  const texts = isSlow
    ? {
        sst2_dev: firstOf(sets.sst2_dev, ON_REFERENCE_PATH),
        tweeteval_dev: firstOf(sets.tweeteval_dev, ON_REFERENCE_PATH),
      }
    : sets;
  const { figures } = await measure(createEngine, blob, 'int8', texts, original.answers);
  const weights = weightsOf(report);
  const details = { id, words, ...figures, weights, search: report.search };
  appendFileSync(join(WORK, `${name}.jsonl`), `${JSON.stringify(details)}\n`);
  return rowOf(blob, figures, weights);
}

/** Measures what `known` lacks; `keep` is called after every row, so that a study that is interrupted goes on from there. */
async function study(
  name: string,
  known: ModelStudy | undefined,
  using: Tools,
  keep: (study: ModelStudy) => void,
): Promise<void> {
  const source = sourceOf(new Uint8Array(readFileSync(fileOf(name))));
  const rows = new Map(known?.source === source ? known.rows : []);
  const wanted = options.groups?.split(',');
  const missing = VARIANTS.filter(({ id, group }) => !rows.has(id) && (!wanted || wanted.includes(group)));
  if (missing.length === 0) return;
  const model = await open(name, using);
  const { figures } = model.original;
  const float = await rowOf(model.blob, figures);
  const texts = Object.fromEntries(
    Object.entries(model.sets).map(([set, { rows: kept }]) => [set, kept.length]),
  );
  for (const variant of missing) {
    const row = await measureRow(name, variant, model, rows, using);
    rows.set(variant.id, row);
    keep({ model: name, source, texts, kernels: figures.kernels, float, rows });
    const shares = [row.sst2, row.tweeteval].map((share) => (100 * share).toFixed(1));
    process.stderr.write(
      `${name.padEnd(12)} ${variant.id.padEnd(28)} ${String(row.bytes).padStart(8)} B  ${shares.join('  ')}\n`,
    );
  }
}

async function main(): Promise<void> {
  mkdirSync(results, { recursive: true });
  mkdirSync(WORK, { recursive: true });
  const studies = new Map(readSummary(results).map((one) => [one.model, one]));
  const inOrder = (): ModelStudy[] =>
    NAMES.flatMap((name) => {
      const one = studies.get(name);
      return one ? [one] : [];
    });
  if (!options['only-draw']) {
    const names = (options.models?.split(',') ?? NAMES).filter((name) => existsSync(fileOf(name)));
    if (names.length === 0) throw new Error(`no NAME.float.sbm in ${options.blobs}`);
    const using = await tools();
    for (const name of names) {
      await study(name, studies.get(name), using, (one) => {
        studies.set(name, one);
        writeSummary(results, inOrder());
      });
    }
  }
  // From the summary, whose figures are rounded: a figure drawn again is the same one.
  const summary = readSummary(results);
  writeFileSync(join(WORK, 'tables.md'), tables(summary));
  drawFigures(results, summary);
}

if (options.help) {
  process.stdout.write(HELP);
} else {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`study:quantization: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
