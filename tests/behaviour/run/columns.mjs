import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const LABELS = new Set(['negative', 'neutral', 'positive']);
const ROOT = new URL('../../../', import.meta.url);

/** A named judge over texts that have all been scored. */
function column(name, texts, results) {
  const byText = new Map(texts.map((text, index) => [text, results[index]]));
  return { name, judge: (text) => byText.get(text) };
}

/** Results written elsewhere, for instance by the training code. */
export async function scoresColumn(file, texts) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  if (lines.length !== texts.length) {
    throw new Error(`${file} has ${lines.length} results for ${texts.length} texts`);
  }
  const results = lines.map((line, index) => {
    const result = JSON.parse(line);
    if (!LABELS.has(result.label) || typeof result.score !== 'number') {
      throw new Error(`${file}:${index + 1}: needs a "label" and a "score"`);
    }
    return result;
  });
  return column(basename(file).replace(/\.[^.]*$/, ''), texts, results);
}

/** The blob of a model: models/NAME.sbm for int8 and models/NAME.f32.sbm for float, or beside a given file. */
function blobOf(model, precision) {
  const base = /[/\\]|\.sbm$/.test(model) ? model : fileURLToPath(new URL(`models/${model}`, ROOT));
  return base.replace(/(?:\.f32)?\.sbm$/, '') + (precision === 'float' ? '.f32.sbm' : '.sbm');
}

/** The package itself, from dist/. */
export async function analyzerColumn({ model, precision, kernels }, texts) {
  const entry = new URL('dist/index.js', ROOT);
  if (!existsSync(entry)) throw new Error('no dist/index.js: run npm run build first');
  const { createAnalyzer } = await import(entry.href);
  const blob = await readFile(blobOf(model, precision));
  const analyzer = await createAnalyzer({
    model: new Uint8Array(blob),
    precision,
    ...(kernels && { kernels }),
  });
  try {
    const results = await analyzer.analyzeBatch(texts);
    return column(`${basename(model).replace(/(?:\.f32)?\.sbm$/, '')} ${precision}`, texts, results);
  } finally {
    analyzer.dispose();
  }
}

/** The lexicon peers, installed in bench/peers/. */
export async function peerColumns(texts) {
  const { loadPeers } = await import(new URL('bench/peers/peers.mjs', ROOT).href);
  const peers = await loadPeers();
  return peers.map(({ name, analyze }) => column(name, texts, texts.map(analyze)));
}
