import type { Point } from '../../../../evaluation/chart/accuracy.js';
import * as format from '../../shared/format.js';
import type { EvidenceWords } from './words/index.js';

/** What the chart says, in words: our best against the best of the others. */
export function chartSentence(points: readonly Point[], words: EvidenceWords): string {
  const best = (candidates: readonly Point[]): Point | undefined =>
    candidates.toSorted((a, b) => b.accuracy - a.accuracy)[0];
  const mine = best(points.filter(({ kind }) => kind === 'int8'));
  const other = best(points.filter(({ kind }) => kind === 'package'));
  if (!mine || !other) return words.chartMeans;
  const figures = words.best(
    mine.name,
    format.percent(mine.accuracy, 1),
    format.bytes(mine.bytes),
    other.name,
    format.percent(other.accuracy, 1),
    format.bytes(other.bytes),
    format.ratio(other.bytes / mine.bytes),
  );
  return `${words.chartMeans} ${figures}`;
}
