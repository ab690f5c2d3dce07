// npm run study:quantization: every method on every model, as JSON, tables and figures in
// models/results/quantization/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawFigures } from './figures.mjs';
import { loadEngine, measure } from './measure.mjs';
import { brotliBytes, quantizer, weightsOf } from './quantize.mjs';
import { writeTables } from './tables.mjs';
import { encode, loadTokenizer, readTexts, toLines } from './texts.mjs';
import { VARIANTS } from './variants.mjs';

const HELP = `Usage: npm run study:quantization -- [options]

  --models A,B,...   default: every one with a float blob in models/
  --groups A,B,...   default: all groups of scripts/study/variants.mjs; rows that are there already stay
  --blobs FOLDER     where NAME.float.sbm lie (default models), and NAME.ptq.float.sbm: the network before
                     quantization-aware training
  --data FOLDER      default ../shared/data/dev
  --results FOLDER   default models/results/quantization
  --only-draw        tables and figures from the figures that are there
`;

/** Texts of each set for blobs that only the scalar path runs. */
const ON_SCALAR_PATH = 150;
const NETWORKS = ['small', 'nano', 'dense', 'cnn', 'rnn', 'gru', 'transformer'];
/** NAME.ptq is the network before quantization-aware training, where there is a blob of it. */
const NAMES = NETWORKS.flatMap((name) => [name, `${name}.ptq`]);
const root = fileURLToPath(new URL('../../', import.meta.url));

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

const { results } = options;
const read = (path) => new Uint8Array(readFileSync(path));
const fileOf = (name) => join(results, `${name}.json`);
const round = (value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
const write = (path, content) =>
  writeFileSync(path, `${JSON.stringify(content, (_, value) => round(value), 1)}\n`);

/** The first texts of each set: what the scalar path has the time for. */
function fewer(sets) {
  return Object.fromEntries(
    Object.entries(sets).map(([name, set]) => {
      const lengths = set.lengths.subarray(0, ON_SCALAR_PATH);
      const tokens = lengths.reduce((a, b) => a + b, 0);
      return [name, { rows: set.rows.slice(0, ON_SCALAR_PATH), ids: set.ids.subarray(0, tokens), lengths }];
    }),
  );
}

/** Everything about one model that its rows share. */
async function open(name, tools) {
  const file = join(options.blobs, `${name}.float.sbm`);
  const blob = read(file);
  const tokenizer = tools.tokenizerOf(blob);
  const probe = await tools.createEngine({ blob, precision: 'float' });
  const { longest } = probe;
  probe.dispose();
  const sets = Object.fromEntries(
    Object.entries(tools.texts.sets).map(([set, rows]) => [set, encode(tokenizer, rows, longest)]),
  );
  const calibration = encode(tokenizer, tools.texts.calibration, longest);
  return {
    name,
    file,
    blob,
    sets,
    calibration,
    original: await measure(tools.createEngine, blob, 'float', sets),
  };
}

/** Quantizes and measures one row. `rows` are those before it, by id. */
async function measureRow(variant, input, { sets, calibration, original }, rows, tools) {
  const { id, group, label, args, x, calibrate, budgetOf } = variant;
  const words = [...args];
  if (calibrate !== undefined) {
    const ids = join(root, `build/study/calibration-${process.pid}.txt`);
    writeFileSync(ids, toLines(calibration, calibrate));
    words.push('--calibrate', ids);
  }
  // The line that says how the blob was made is part of it and longer here.
  if (budgetOf !== undefined) {
    if (!rows.has(budgetOf)) throw new Error(`${id} needs the row ${budgetOf}: run its group first`);
    words.push('--budget', String(rows.get(budgetOf).bytes + 64));
  }
  const { blob, report } = tools.quantize(input, words);
  const texts = report.path === 'scalar' ? fewer(sets) : sets;
  const { figures } = await measure(tools.createEngine, blob, 'int8', texts, original.answers);
  const sizes = { bytes: blob.length, brotli: brotliBytes(blob) };
  const more = { ...(x === undefined ? {} : { x }), ...(report.search ? { search: report.search } : {}) };
  return { id, group, label, args, ...more, ...sizes, ...figures, weights: weightsOf(report) };
}

async function study(name, tools) {
  const source = createHash('sha256')
    .update(read(join(options.blobs, `${name}.float.sbm`)))
    .digest('hex');
  const known = existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : { rows: [] };
  const rows = new Map(known.source === source ? known.rows.map((row) => [row.id, row]) : []);
  const wanted = options.groups?.split(',');
  const input = join(options.blobs, `${name}.float.sbm`);
  const missing = VARIANTS.filter((variant) => {
    const same = rows.get(variant.id)?.args.join() === variant.args.join();
    return !same && (!wanted || wanted.includes(variant.group));
  });
  if (missing.length === 0) return;
  const model = await open(name, tools);
  const float = { ...model.original.figures, bytes: model.blob.length, brotli: brotliBytes(model.blob) };
  const texts = Object.fromEntries(
    Object.entries(model.sets).map(([set, { rows: kept }]) => [set, kept.length]),
  );
  const order = new Map(VARIANTS.map(({ id }, index) => [id, index]));
  for (const variant of missing) {
    const row = await measureRow(variant, input, model, rows, tools);
    rows.set(row.id, row);
    // After every row: a study that is interrupted goes on from here.
    const ordered = [...rows.values()]
      .filter(({ id }) => order.has(id))
      .sort((a, b) => order.get(a.id) - order.get(b.id));
    write(fileOf(name), { model: name, source, texts, float, rows: ordered });
    const accuracy = Object.values(row.sets).map((set) => (100 * set.accuracy).toFixed(1));
    process.stderr.write(
      `${name.padEnd(12)} ${row.id.padEnd(28)} ${String(row.bytes).padStart(8)} B  ${accuracy.join('  ')}\n`,
    );
  }
}

async function main() {
  mkdirSync(results, { recursive: true });
  mkdirSync(join(root, 'build/study'), { recursive: true });
  if (!options['only-draw']) {
    const tools = {
      createEngine: await loadEngine(root),
      tokenizerOf: await loadTokenizer(root),
      texts: await readTexts(options.data),
      quantize: quantizer(root),
    };
    const names = (options.models?.split(',') ?? NAMES).filter((name) =>
      existsSync(join(options.blobs, `${name}.float.sbm`)),
    );
    if (names.length === 0) throw new Error(`no NAME.float.sbm in ${options.blobs}`);
    for (const name of names) await study(name, tools);
  }
  const studies = NAMES.filter((name) => existsSync(fileOf(name))).map((name) =>
    JSON.parse(readFileSync(fileOf(name), 'utf8')),
  );
  writeTables(results, studies);
  drawFigures(results, studies);
}

if (options.help) {
  process.stdout.write(HELP);
} else {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`study:quantization: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
