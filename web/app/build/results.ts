import type { Plugin } from 'vite';
import { accuracyPoints } from '../../../evaluation/figures/points.js';
import { readEvaluations } from '../../../evaluation/results.js';
import { virtualModule } from './virtual.js';

/** The module `virtual:results`: how often each evaluated model is right, and the points of the accuracy chart. */
export function results(root: string, models: string): Plugin {
  return virtualModule('virtual:results', async () => {
    const evaluated = readEvaluations(root).map(({ model, sets }) => ({ model, sets }));
    const points = await accuracyPoints(root, models);
    return `export const results = ${JSON.stringify(evaluated)};\nexport const points = ${JSON.stringify(points)};\n`;
  });
}
