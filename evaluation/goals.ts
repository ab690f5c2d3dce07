// What the shipped models are to reach on the sets of the data's dev/ folder, in int8.

import type { Goal, Sets } from './results.js';

const TWEETS = 'tweeteval_dev';

interface Wanted {
  /** In the order of `SETS`. */
  least: readonly number[];
  negativeRecall: number;
  calibrationError: number;
  /** Share of equal labels in int8 and float. */
  agreement: number;
}

const SETS: Readonly<Record<string, readonly [set: string, figure: 'accuracy' | 'recall' | 'pearson']>> = {
  'SST-2 accuracy': ['sst2_dev', 'accuracy'],
  'TweetEval macro-recall': [TWEETS, 'recall'],
  'sst5 Pearson': ['sst5_dev', 'pearson'],
  'contrast sets accuracy': ['contrast_imdb_dev', 'accuracy'],
  'counterfactual reviews accuracy': ['cad_imdb_dev', 'accuracy'],
};

/** Those of three classes that neither a temperature nor a bias was fitted on. */
const CALIBRATION_SETS = [TWEETS, 'goemotions_dev'];

const GOALS: Readonly<Record<string, Wanted>> = {
  small: {
    least: [0.92, 0.715, 0.84, 0.88, 0.93],
    negativeRecall: 0.7,
    calibrationError: 0.03,
    agreement: 0.99,
  },
  nano: {
    least: [0.885, 0.69, 0.8, 0.86, 0.92],
    negativeRecall: 0.66,
    calibrationError: 0.04,
    agreement: 0.985,
  },
};

/** For a shipped model each goal whose sets were evaluated. */
export function goalsOf(name: string, sets: Sets): Goal[] {
  const goals = GOALS[name];
  if (goals === undefined) return [];
  const lines: Goal[] = [];
  const atLeast = (goal: string, wanted: number, reached: number | null | undefined): void => {
    if (reached != null) lines.push({ goal, wanted, reached, isMet: reached >= wanted });
  };
  Object.entries(SETS).forEach(([goal, [set, figure]], i) => {
    atLeast(goal, goals.least[i]!, sets[set]?.int8?.[figure]);
  });
  atLeast('TweetEval negative recall', goals.negativeRecall, sets[TWEETS]?.int8?.recalls[0]);
  const errors = CALIBRATION_SETS.map((set) => sets[set]?.int8?.calibrationError ?? -1);
  if (!errors.includes(-1)) {
    const [wanted, reached] = [goals.calibrationError, Math.max(...errors)];
    lines.push({ goal: 'calibration error, worst set', wanted, reached, isMet: reached <= wanted });
  }
  const both = Object.values(sets).filter((set) => set.comparison !== undefined);
  if (both.length > 0) {
    const least = Math.min(...both.map(({ comparison }) => comparison!.agreement));
    atLeast('labels equal in int8 and float, worst set', goals.agreement, least);
  }
  return lines;
}
