#!/usr/bin/env node
// Draws models/results/accuracy.svg: accuracy on SST-2 dev against what a page downloads, for the models
// with results in models/results/ (npm run evaluate -- --results) and for the peers.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { plot } from './figure/plot.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const RESULTS = join(ROOT, 'models/results');
const SET = 'sst2_dev';
const CAPTION = 'Accuracy on SST-2 sentences against the bytes that a page downloads before its first score.';

/** The models that the package ships stand out; the others are the families of the comparison. */
const SHIPPED = new Set(['small', 'nano', 'base']);
const TITLES = { dense: 'dense', cnn: 'CNN', rnn: 'RNN', gru: 'GRU', transformer: 'transformer' };

/** The code of a page that scores in int8 on a browser with relaxed SIMD. */
const CODE = ['dist/index.js', 'dist/engine/int8-relaxed.wasm'];

const json = (name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8'));

function compressed(path) {
  const file = join(ROOT, path);
  if (!existsSync(file)) throw new Error(`no ${path}: run npm run build first`);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(readFileSync(file), { params }).length;
}

/** Our models: the results that `npm run evaluate -- --results` wrote. */
function ours() {
  const results = readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .map(json)
    .filter(({ model, sets }) => model !== undefined && sets?.[SET]?.int8 !== undefined);
  const code = results.length === 0 ? 0 : CODE.reduce((sum, path) => sum + compressed(path), 0);
  return results.map(({ model, sets }) => ({
    name: TITLES[model] ?? model,
    kind: SHIPPED.has(model) ? 'ours' : 'zoo',
    bytes: code + compressed(`models/${model}.sbm`),
    percent: 100 * sets[SET].int8.accuracy,
    source: 'Measured: the int8 model through the package; code, engine and model, brotli',
  }));
}

function lexicons() {
  return json('lexicons.json').peers.map(({ name, version, downloadBytes, sets }) => ({
    name,
    kind: 'page',
    bytes: downloadBytes,
    percent: sets[SET].tiesHalf,
    source: `Measured: ${name} ${version}, a tie counts half`,
  }));
}

function published() {
  return json('peers.json').peers.map(({ name, counts, bytes, sst2, split, source }) => ({
    name,
    kind: counts,
    bytes,
    percent: sst2,
    source: `${source} (${split} set)`,
  }));
}

try {
  const items = [...ours(), ...published(), ...lexicons()];
  writeFileSync(join(RESULTS, 'accuracy.svg'), plot(items, CAPTION));
  for (const { name, bytes, percent } of items) {
    process.stdout.write(
      `${name.padEnd(22)} ${(bytes / 1e6).toFixed(3).padStart(8)} MB ${percent.toFixed(1).padStart(6)} %\n`,
    );
  }
} catch (error) {
  process.stderr.write(`figure-accuracy: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
