import type { Sentiment } from '../../../../lib/types.js';

/** One text, and what both models say of it. */
export interface Compared {
  text: string;
  /** The visitor's own. */
  own: boolean;
  float: Sentiment;
  quantized: Sentiment;
}

/** The share of texts with the same label: a 95 % interval after Wilson, which holds near 0 and 1 too. */
export function wilson(hits: number, texts: number): [least: number, most: number] {
  if (texts === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const share = hits / texts;
  const middle = (share + z2 / (2 * texts)) / (1 + z2 / texts);
  const half = Math.sqrt(z2 * ((share * (1 - share)) / texts + z2 / (4 * texts ** 2))) / (1 + z2 / texts);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

export const hasChanged = ({ float, quantized }: Compared): boolean => float.label !== quantized.label;

export const distance = ({ float, quantized }: Compared): number => Math.abs(float.score - quantized.score);

/** The answers that changed, the widest apart first; the visitor's own text is always among them. */
export function worstFirst(all: readonly Compared[]): Compared[] {
  return all
    .filter((one) => one.own || hasChanged(one))
    .sort((a, b) => Number(hasChanged(b)) - Number(hasChanged(a)) || distance(b) - distance(a));
}
