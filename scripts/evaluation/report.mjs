// The figures as text for a terminal.

const percent = (value) => (value === undefined ? '' : (100 * value).toFixed(1));
const three = (value) => (value === undefined ? '' : value.toFixed(3));

/** Lines of right-aligned columns, the first one left-aligned. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd())
    .join('\n');
}

/** The sets of one model. */
export function setsTable(sets) {
  const head = ['set', 'texts', 'acc', '3-way', 'F1', 'recall', 'r', 'ECE', 'texts/s'];
  const comparison = ['| float acc', 'same', 'mean Δ', 'max Δ', 'texts/s'];
  const rows = Object.entries(sets).map(([name, { texts, int8, float, comparison: apart }]) => {
    const main = int8 ?? float;
    return [
      name,
      String(texts),
      percent(main.accuracy),
      percent(main.accuracyThreeWay),
      percent(main.f1),
      percent(main.recall),
      three(main.pearson),
      three(main.calibrationError),
      String(main.textsPerSecond),
      ...(apart === undefined
        ? comparison.map(() => '')
        : [
            `| ${percent(float.accuracy)}`,
            percent(apart.agreement),
            apart.meanDifference.toFixed(4),
            three(apart.largestDifference),
            String(float.textsPerSecond),
          ]),
    ];
  });
  return table([[...head, ...comparison], ...rows]);
}

/** What was to be reached and what was. */
export function goalsTable(goals) {
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
  '3-way: share of equal labels. r: Pearson of the score with graded ratings. ECE: calibration error, 15 bins. ' +
  'same, Δ: equal labels and difference of scores between int8 and float.';
