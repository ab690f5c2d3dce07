import { statSync } from 'node:fs';
import type { Plugin } from 'vite';
import { readEvaluations } from '../../../evaluation/results.js';
import { modelFileName } from '../../lib/variants.js';
import { virtualModule } from './virtual.js';

/** What the first screen says of the model that reads there: its bytes in both precisions, and how often both say the same. */
export interface Tradeoff {
  int8: number;
  float: number;
  /** Share of `texts`, all held out, with the same label in both precisions. */
  agreement: number;
  texts: number;
}

/** The model of the first screen. */
const MODEL = 'small';

/** The module `virtual:tradeoff`: a `Tradeoff`, or null where the page is built without that model. */
export function tradeoff(root: string, models: string): Plugin {
  return virtualModule('virtual:tradeoff', () => `export const tradeoff = ${JSON.stringify(count(root, models) ?? null)};\n`);
}

function count(root: string, models: string): Tradeoff | undefined {
  const bytes = (precision: 'int8' | 'float'): number | undefined =>
    statSync(`${models}/${modelFileName(MODEL, precision)}`, { throwIfNoEntry: false })?.size;
  const [int8, float] = [bytes('int8'), bytes('float')];
  const evaluation = readEvaluations(root).find(({ model }) => model === MODEL);
  if (int8 === undefined || float === undefined || !evaluation) return undefined;
  let texts = 0;
  let same = 0;
  for (const set of Object.values(evaluation.sets)) {
    if (!set.comparison) continue;
    texts += set.texts;
    same += set.comparison.agreement * set.texts;
  }
  return texts > 0 ? { int8, float, agreement: same / texts, texts } : undefined;
}
