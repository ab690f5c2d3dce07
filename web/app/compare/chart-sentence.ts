import type { Point } from '../../../evaluation/chart/accuracy.js';
import * as format from '../format.js';

/** What the chart says, in words: our best against the best of the others. */
export function chartSentence(points: readonly Point[]): string {
  const opening =
    'Each point is a model: the higher, the more often it is right about film reviews, positive or negative ' +
    '(SST-2); the further left, the less there is to download.';
  const best = (candidates: readonly Point[]): Point | undefined =>
    candidates.toSorted((a, b) => b.accuracy - a.accuracy)[0];
  const mine = best(points.filter(({ kind }) => kind === 'int8'));
  const other = best(points.filter(({ kind }) => kind === 'package'));
  if (!mine || !other) return opening;
  const ratio = other.bytes / mine.bytes;
  return (
    `${opening} A line joins the 32-bit and the 8-bit build of one model: far to the left, hardly down. ` +
    `“${mine.name}” is right about ${format.percent(mine.accuracy, 1)} for ${format.bytes(mine.bytes)}, ` +
    `${other.name} about ${format.percent(other.accuracy, 1)} for ${format.bytes(other.bytes)}, ` +
    `${format.times(ratio)} as much.`
  );
}
