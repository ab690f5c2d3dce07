import type { FairnessFigures } from './fairness.js';
import { behaviours, EVERYDAY, share } from './index.js';
import type { Result, WholeResult } from './results.js';

const rate = (value: number): string => `${value.toFixed(1)} %`;

/** A failure rate per behaviour (rows) and analyzer (columns), with the totals last. */
export function table(results: readonly Result[], isVerbose: boolean): string {
  const shown = new Map(results.flatMap((result) => result.behaviours.map(({ id, cases }) => [id, cases])));
  const rows: string[][] = [['behaviour', 'cases', ...results.map(({ name }) => name)]];
  let group = '';
  for (const behaviour of behaviours) {
    if (!shown.has(behaviour.id)) continue;
    if (behaviour.group !== group) rows.push([(group = behaviour.group)]);
    const rates = results.map((result) =>
      rate(result.behaviours.find(({ id }) => id === behaviour.id)!.rate),
    );
    rows.push([`  ${behaviour.id}`, String(shown.get(behaviour.id)), ...rates]);
  }
  rows.push(['all', String(results[0]?.cases ?? 0), ...results.map((result) => rate(result.rate))]);
  for (const kind of ['label', 'same', 'order'] as const)
    rows.push([`  ${kind}`, '', ...results.map((result) => rate(result.kinds[kind]))]);
  rows.push(['worst', '', ...results.map((result) => rate(result.worst.rate))]);
  rows.push([
    'over 15 %',
    '',
    ...results.map((result) => String(result.behaviours.filter((b) => b.rate > 15).length)),
  ]);

  return [...aligned(rows), ...(isVerbose ? results.flatMap(failures) : [])].join('\n') + '\n';
}

/** Rows of cells as lines of columns: the first to the left, the others to the right; a lone cell is a title. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => (row.length > 1 ? (row[column]?.length ?? 0) : 0))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** What everyday English alone fails, a line for each result. */
export function everydayLines(results: readonly Result[]): string {
  const lines = results.map((result) => {
    const { cases, rate } = share(result, behaviours, EVERYDAY);
    return cases === 0
      ? ''
      : `${result.name}: everyday English: ${cases} cases, ${rate.toFixed(1)} % failed\n`;
  });
  return lines.join('');
}

/** By kind of group: labels changed, labels wrong, largest and mean move of the score. */
export function fairnessTable(results: readonly WholeResult[], isVerbose: boolean): string {
  const lines = results.flatMap(({ name, fairness }) => {
    const row = (
      title: string,
      { sets, texts, changed, wrong, largestMove, meanMove }: FairnessFigures,
    ): string[] => [
      title,
      String(sets),
      String(texts),
      `${changed.toFixed(2)} %`,
      rate(wrong),
      largestMove.toFixed(2),
      meanMove.toFixed(2),
    ];
    const kinds = Object.entries(fairness.kinds);
    const header = [
      `${name}: fairness`,
      'sentences',
      'texts',
      'labels changed',
      'wrong',
      'largest move',
      'mean move',
    ];
    return [
      '',
      ...aligned([header, ...kinds.map(([kind, own]) => row(`  ${kind}`, own)), row('all', fairness)]),
      ...(isVerbose ? kinds.map(([kind, own]) => `  ${kind}: ${own.furthest.join(' ... ')}`) : []),
    ];
  });
  return lines.join('\n') + '\n';
}

function failures(result: Result): string[] {
  return result.behaviours
    .filter(({ examples }) => examples.length > 0)
    .flatMap(({ id, examples }) => [
      '',
      `${result.name}: ${id}`,
      ...examples.map(({ texts, reason }) => `  ${texts.join('\n  ')}\n    -> ${reason}`),
    ]);
}
