// The figures as text for a terminal.

import type { Goal, Sets } from './results.js';

const percent = (value: number | undefined): string => (value === undefined ? '' : (100 * value).toFixed(1));
const three = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));

/** Lines of right-aligned columns, the first one left-aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const HEAD = [
  'set',
  'texts',
  'acc',
  '3-way',
  'F1',
  'recall',
  'neg',
  'neu',
  'pos',
  'r',
  'ECE',
  'refused',
  'texts/s',
];
const COMPARISON = ['| float acc', 'same', 'mean Δ', 'max Δ', 'texts/s'];

/** The sets of one model, evaluated in both precisions or in one. */
export function setsTable(sets: Sets): string {
  const isCompared = Object.values(sets).some(({ comparison }) => comparison !== undefined);
  const rows = Object.entries(sets).map(([name, { texts, int8, float, comparison }]) => {
    const main = (int8 ?? float)!;
    const row = [
      name,
      String(texts),
      percent(main.accuracy),
      percent(main.accuracyThreeWay),
      percent(main.f1),
      percent(main.recall),
      ...main.recalls.map((recall) => percent(recall ?? undefined)),
      three(main.pearson),
      three(main.calibrationError),
      percent(main.refused),
      String(main.textsPerSecond),
    ];
    if (!float || !comparison) return row;
    return [
      ...row,
      `| ${percent(float.accuracy)}`,
      percent(comparison.agreement),
      comparison.meanDifference.toFixed(4),
      three(comparison.largestDifference),
      String(float.textsPerSecond),
    ];
  });
  return table([isCompared ? [...HEAD, ...COMPARISON] : HEAD, ...rows]);
}

/** What was to be reached and what was. */
export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ goal, wanted, reached, isMet }) => [
    goal,
    String(wanted),
    reached.toFixed(4),
    isMet ? 'met' : 'MISSED',
  ]);
  return table([['goal', 'wanted', 'reached', ''], ...rows]);
}

export const LEGEND =
  'acc, F1, recall: of two classes where a set has no neutral text (the likelier of negative and positive), else of three. ' +
  'neg, neu, pos: recall of each class. 3-way: share of equal labels. refused: share of texts called not readable. r: Pearson of the score with graded ratings. ECE: calibration error, 15 bins. ' +
  'same, Δ: equal labels and difference of scores between int8 and float.';
