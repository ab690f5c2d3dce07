// What `npm run evaluate -- --results` keeps of a model: models/results/NAME.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kernels, Precision } from '../web/lib/variants.js';
import type { Comparison, Figures } from './metrics.js';

/** One set of texts, evaluated in both precisions or in one. */
export interface SetFigures extends Partial<Record<Precision, Figures & { textsPerSecond: number }>> {
  texts: number;
  comparison?: Comparison;
}

export type Sets = Record<string, SetFigures>;

/** What was to be reached and what was. */
export interface Goal {
  goal: string;
  wanted: number;
  reached: number;
  isMet: boolean;
}

/** Everything about one model. */
export interface Evaluation {
  model: string;
  bytes: Partial<Record<Precision, number>>;
  kernels: Kernels;
  sets: Sets;
  goals: Goal[];
}

/** The folder of the committed results. */
export function resultsFolder(root: string): string {
  return join(root, 'models/results');
}

/** All models that have committed results. Other files of the folder are about something else. */
export function readEvaluations(root: string): Evaluation[] {
  const folder = resultsFolder(root);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Evaluation | { model?: undefined })
    .filter((content) => content.model !== undefined);
}
