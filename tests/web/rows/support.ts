import type { Row, RowReader } from '../../../web/lib/rows.js';

/** All rows of a text that arrives in the given parts. */
export function readParts(reader: RowReader, parts: readonly string[]): Row[] {
  return [...parts.flatMap((part) => reader.push(part)), ...reader.end()];
}

/** The text, or why there is none. */
export function textOrError(row: Row): string {
  return row.text ?? `! ${row.error}`;
}

/** `whole` cut at `places`. */
export function cutAt<T extends string | Uint8Array>(whole: T, places: readonly number[]): T[] {
  const inside = places.map((place) => Math.min(place, whole.length)).sort((a, b) => a - b);
  const borders = [0, ...inside, whole.length];
  return borders.slice(1).map((end, i) => whole.slice(borders[i], end) as T);
}
