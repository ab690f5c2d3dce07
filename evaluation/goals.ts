// What the shipped models are to reach on the sets of the data's dev/ folder, in int8.

import type { Precision } from '../web/lib/variants.js';
import type { Figures } from './metrics.js';
import type { Goal, SetFigures, Sets } from './results.js';

interface Wanted {
  /** In the order of `SETS`. */
  least: readonly number[];
  calibrationError: number;
  /** Accuracy that int8 may lose, as a share. */
  points: number;
  /** Share of equal labels in int8 and float. */
  agreement?: number;
}

const SETS: Readonly<Record<string, readonly [set: string, figure: keyof Figures]>> = {
  'SST-2 accuracy': ['sst2_dev', 'accuracy'],
  'TweetEval macro-recall': ['tweeteval_dev', 'recall'],
  'sst5 Pearson': ['sst5_dev', 'pearson'],
  'contrast sets accuracy': ['contrast_imdb_dev', 'accuracy'],
  'counterfactual reviews accuracy': ['cad_imdb_dev', 'accuracy'],
};

const GOALS: Readonly<Record<string, Wanted>> = {
  small: { least: [0.9, 0.69, 0.82, 0.88, 0.88], calibrationError: 0.03, points: 0.003, agreement: 0.985 },
  nano: { least: [0.85, 0.64, 0.74, 0.8, 0.8], calibrationError: 0.04, points: 0.005 },
};

/** For a shipped model each goal whose sets were evaluated. `pooled` is the calibration error over all of them. */
export function goalsOf(
  name: string,
  sets: Sets,
  pooled: Partial<Record<Precision, number>> | undefined,
): Goal[] {
  const goals = GOALS[name];
  if (goals === undefined) return [];
  const lines: Goal[] = Object.entries(SETS).flatMap(([goal, [set, figure]], i) => {
    const reached = sets[set]?.int8?.[figure];
    const wanted = goals.least[i]!;
    return reached === undefined ? [] : [{ goal, wanted, reached, isMet: reached >= wanted }];
  });
  const atMost = (goal: string, wanted: number, reached: number): void => {
    lines.push({ goal, wanted, reached, isMet: reached <= wanted + 1e-9 });
  };
  if (pooled?.int8 !== undefined) atMost('calibration error', goals.calibrationError, pooled.int8);
  const both = Object.values(sets).filter(isCompared);
  if (both.length > 0) {
    const points = Math.max(...both.map(({ int8, float }) => float.accuracy - int8.accuracy));
    atMost('accuracy lost to int8, worst set', goals.points, points);
    const reached = Math.min(...both.map(({ comparison }) => comparison.agreement));
    const wanted = goals.agreement;
    if (wanted !== undefined) {
      lines.push({
        goal: 'labels equal in int8 and float, worst set',
        wanted,
        reached,
        isMet: reached >= wanted,
      });
    }
  }
  return lines;
}

function isCompared(set: SetFigures): set is Required<SetFigures> {
  return set.comparison !== undefined;
}

/** The sets whose texts together make the calibration figure. */
export const CALIBRATION_SETS = ['tweeteval_dev', 'goemotions_dev'];
