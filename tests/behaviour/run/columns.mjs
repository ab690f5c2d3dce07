import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { locate, open } from '../../../scripts/evaluation/models.mjs';

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

/** The package itself, from dist/: a column for each of the precisions that the model has. */
export async function analyzerColumns({ model, precisions, kernels }, texts) {
  if (!existsSync(new URL('dist/index.js', ROOT)))
    throw new Error('no dist/index.js: run npm run build first');
  const located = locate(model, process.env.INIT_CWD ?? process.cwd());
  const analyzers = await open(located, precisions, kernels);
  if (Object.keys(analyzers).length === 0)
    throw new Error(`${located.name} has no ${precisions.join(' or ')} blob`);
  const columns = [];
  for (const [precision, analyzer] of Object.entries(analyzers)) {
    columns.push(column(`${located.name} ${precision}`, texts, await analyzer.analyzeBatch(texts)));
    analyzer.dispose();
  }
  return columns;
}

/** The lexicon peers, installed in bench/peers/. */
export async function peerColumns(texts) {
  const { loadPeers } = await import(new URL('bench/peers/peers.mjs', ROOT).href);
  const peers = await loadPeers();
  return peers.map(({ name, analyze }) => column(name, texts, texts.map(analyze)));
}
