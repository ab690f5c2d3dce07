import { results } from 'virtual:results';
import * as format from '../format.js';
import type { Point } from './scatter.js';

/** Our own models, each in both builds where both were evaluated. */
export function ourPoints(): Point[] {
  return results.flatMap(({ model, sets: { sst2_dev }, download }) =>
    (['int8', 'float'] as const).flatMap((precision): Point[] => {
      const score = sst2_dev[precision];
      const bytes = download[precision];
      if (!score || !bytes) return [];
      const source =
        `Measured by this project (npm run evaluate): ${format.count(sst2_dev.texts)} held-out film sentences; ` +
        'model, engine and library, brotli';
      return [{ name: model, kind: precision, bytes, accuracy: score.accuracy, source }];
    }),
  );
}

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
