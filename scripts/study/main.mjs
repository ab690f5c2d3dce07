// npm run study:quantization: every method on every model, as JSON, tables and figures in
// models/results/quantization/.
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
  --groups A,B,...   default: all groups of scripts/study/variants.mjs; kept rows of other groups stay
  --blobs FOLDER     where NAME.f32.sbm lie (default models; NAME.ptq.f32.sbm for the post-training rows)
  --data FOLDER      default ../shared/data/dev
  --only-draw        tables and figures from the figures that are there
`;

const NAMES = ['small', 'nano', 'dense', 'cnn', 'rnn', 'gru', 'transformer'];
const root = fileURLToPath(new URL('../../', import.meta.url));
const results = join(root, 'models/results/quantization');

const { values: options } = parseArgs({
  options: {
    models: { type: 'string' },
    groups: { type: 'string' },
    blobs: { type: 'string', default: join(root, 'models') },
    data: { type: 'string', default: join(root, '../shared/data/dev') },
    'only-draw': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const read = (path) => new Uint8Array(readFileSync(path));
const fileOf = (name) => join(results, `${name}.json`);
const round = (value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value);
const write = (path, content) => writeFileSync(path, `${JSON.stringify(content, (_, value) => round(value), 1)}\n`);

async function study(name, tools) {
  const floatFile = join(options.blobs, `${name}.f32.sbm`);
  const blob = read(floatFile);
  const tokenizer = tools.tokenizerOf(blob);
  const probe = await tools.createEngine({ blob, precision: 'float' });
  const { longest } = probe;
  probe.dispose();
  const sets = Object.fromEntries(
    Object.entries(tools.texts.sets).map(([set, rows]) => [set, encode(tokenizer, rows, longest)]),
  );
  const calibration = encode(tokenizer, tools.texts.calibration, longest);
  const ids = join(root, 'build/study/calibration.txt');

  const original = await measure(tools.createEngine, blob, 'float', sets);
  const known = existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : { rows: [] };
  const wanted = options.groups?.split(',');
  const rows = new Map(known.rows.map((row) => [row.id, row]));
  const float = { ...original.figures, bytes: blob.length, brotli: brotliBytes(blob) };
  for (const { id, group, label, args, x, calibrate, budgetOf, from } of VARIANTS) {
    if (wanted && !wanted.includes(group)) continue;
    const input = from === undefined ? floatFile : join(options.blobs, `${name}.${from}.f32.sbm`);
    if (!existsSync(input)) continue;
    const words = [...args];
    if (calibrate !== undefined) {
      writeFileSync(ids, toLines(calibration, calibrate));
      words.push('--calibrate', ids);
    }
    // The line that says how the blob was made is part of it and longer here.
    if (budgetOf !== undefined) words.push('--budget', String(rows.get(budgetOf).bytes + 64));
    const { blob: quantized, report } = tools.quantize(input, words);
    const { figures } = await measure(tools.createEngine, quantized, 'int8', sets, original.answers);
    const weights = weightsOf(report);
    const sizes = { bytes: quantized.length, brotli: brotliBytes(quantized) };
    const search = report.search ? { search: report.search } : {};
    rows.set(id, { id, group, label, args, ...(x === undefined ? {} : { x }), ...sizes, ...figures, weights, ...search });
    const accuracy = Object.values(figures.sets).map((set) => (100 * set.accuracy).toFixed(1));
    process.stderr.write(`${name.padEnd(12)} ${id.padEnd(28)} ${String(sizes.bytes).padStart(8)} B  ${accuracy.join('  ')}\n`);
  }
  const order = new Map(VARIANTS.map(({ id }, index) => [id, index]));
  const ordered = [...rows.values()].filter(({ id }) => order.has(id)).sort((a, b) => order.get(a.id) - order.get(b.id));
  const texts = Object.fromEntries(Object.entries(sets).map(([set, { rows: kept }]) => [set, kept.length]));
  write(fileOf(name), { model: name, texts, float, rows: ordered });
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
    const names = (options.models?.split(',') ?? NAMES).filter((name) => existsSync(join(options.blobs, `${name}.f32.sbm`)));
    if (names.length === 0) throw new Error(`no NAME.f32.sbm in ${options.blobs}`);
    for (const name of names) await study(name, tools);
  }
  const studies = NAMES.filter((name) => existsSync(fileOf(name))).map((name) => JSON.parse(readFileSync(fileOf(name), 'utf8')));
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
