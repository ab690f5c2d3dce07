import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kernels, Precision } from '../../web/lib/index.js';
import { locate, open } from '../models.js';
import { loadPeers } from '../peers/lexicons.js';
import type { Judgement } from './types.js';

/** An analyzer's name and its answers to the texts of the suite. */
export interface Column {
  name: string;
  judge: (text: string) => Judgement;
}

const LABELS = new Set<unknown>(['negative', 'neutral', 'positive']);

/** A named judge over texts that have all been scored. */
function column(name: string, texts: readonly string[], results: readonly Judgement[]): Column {
  const byText = new Map(texts.map((text, index) => [text, results[index]!]));
  return { name, judge: (text) => byText.get(text)! };
}

/** Results written elsewhere, for instance by the training code. */
export async function scoresColumn(file: string, texts: readonly string[]): Promise<Column> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  if (lines.length !== texts.length) {
    throw new Error(`${file} has ${lines.length} results for ${texts.length} texts`);
  }
  const results = lines.map((line, index) => {
    const result = JSON.parse(line) as Judgement;
    if (!LABELS.has(result.label) || typeof result.score !== 'number') {
      throw new Error(`${file}:${index + 1}: needs a "label" and a "score"`);
    }
    return result;
  });
  return column(basename(file).replace(/\.[^.]*$/, ''), texts, results);
}

/** The package itself, from dist/: a column for each of the precisions that the model has. */
export async function analyzerColumns(
  model: string,
  precisions: readonly Precision[],
  kernels: Kernels | undefined,
  texts: readonly string[],
): Promise<Column[]> {
  const located = locate(model);
  const analyzers = await open(located, precisions, kernels);
  const columns: Column[] = [];
  for (const [precision, analyzer] of Object.entries(analyzers)) {
    columns.push(column(`${located.name} ${precision}`, texts, await analyzer.analyzeBatch(texts)));
    analyzer.dispose();
  }
  return columns;
}

/** The lexicon peers, installed in evaluation/peers/. */
export function peerColumns(texts: readonly string[]): Column[] {
  return loadPeers().map(({ name, analyze }) => column(name, texts, texts.map(analyze)));
}
