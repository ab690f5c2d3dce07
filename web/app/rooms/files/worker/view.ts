import type { Label } from '../../../../lib/types.js';
import type { Scores } from './scores.js';

export const SORTS = ['row', 'score', 'confidence'] as const;
export type Sort = (typeof SORTS)[number];

/** Which rows a table shows, and in which order. */
export interface ViewOptions {
  sort: Sort;
  isDescending: boolean;
  /** Only rows with this label, or only those that could not be read. */
  only?: Label | 'unreadable' | undefined;
  /** Only rows whose text has this in it, in large or small letters. */
  search: string;
}

/** Above every millionth, so that key and row share a number without loss: 2^21 keys, 2^32 rows. */
const KEYS = 2 ** 32;
const HIGHEST = 1e6;

/**
 * The rows of a view in its order, among the first `rows`; `undefined` where that is every row as it stands in the file.
 * `found` says which rows a search has found.
 */
export function orderOf(
  scores: Scores,
  rows: number,
  { sort, isDescending, only }: ViewOptions,
  found?: Uint8Array,
): Uint32Array | undefined {
  if (sort === 'row' && !isDescending && only === undefined && found === undefined) return undefined;
  const keys = new Float64Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    if (found && found[row] !== 1) continue;
    const label = scores.label(row);
    if (only !== undefined && (label ?? 'unreadable') !== only) continue;
    // What could not be read has no score: it stands behind all that has one.
    if (sort !== 'row' && label === undefined && only !== 'unreadable') continue;
    const value =
      sort === 'score' ? scores.microScore(row) : sort === 'confidence' ? scores.microConfidence(row) : 0;
    const key = isDescending && sort !== 'row' ? HIGHEST - value : HIGHEST + value;
    keys[length++] = key * KEYS + (sort === 'row' && isDescending ? rows - 1 - row : row);
  }
  const sorted = keys.subarray(0, length).sort();
  const isBackwards = sort === 'row' && isDescending;
  return Uint32Array.from(sorted, (key) => (isBackwards ? rows - 1 - (key % KEYS) : key % KEYS));
}
