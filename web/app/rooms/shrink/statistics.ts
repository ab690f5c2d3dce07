import type { Agreement } from './engine/protocol.js';

/** The value below which `share` of the sorted `values` lie. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

/** The middle of `values`, in any order. */
export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** How far two engines agree on the same texts. */
export interface AgreementSummary {
  texts: number;
  /** Texts with the same label. */
  sameLabel: number;
  /** Mean distance of the scores; the scale is 2 wide. */
  meanDifference: number;
  largestDifference: number;
  /** Index of the text with the largest difference. */
  largestAt: number;
}

/** Sums up two lists of answers to the same texts; there must be one at least. */
export function summarise({ left, right }: Agreement): AgreementSummary {
  let sameLabel = 0;
  let sum = 0;
  let largestDifference = -1;
  let largestAt = 0;
  left.forEach((a, i) => {
    const b = right[i]!;
    if (a.label === b.label) sameLabel++;
    const difference = Math.abs(a.score - b.score);
    sum += difference;
    if (difference > largestDifference) {
      largestDifference = difference;
      largestAt = i;
    }
  });
  return { texts: left.length, sameLabel, meanDifference: sum / left.length, largestDifference, largestAt };
}

/** Equal steps on a logarithmic axis, `perDecade` of them from one power of ten to the next. */
export interface LogBins {
  perDecade: number;
  /** Index of the first bin; bin i covers 10^(i/perDecade) up to 10^((i+1)/perDecade). */
  first: number;
  counts: { left: number[]; right: number[] };
}

/** Sorts both columns' times into common bins; nothing if there is no time at all. */
export function binned(
  left: readonly number[],
  right: readonly number[],
  perDecade = 12,
): LogBins | undefined {
  const bin = (value: number): number => Math.floor(Math.log10(value) * perDecade);
  const all = [...left, ...right].filter((value) => value > 0);
  if (all.length === 0) return undefined;
  const first = Math.min(...all.map(bin)) - 1;
  const bins = Math.max(...all.map(bin)) - first + 2;
  const counted = (values: readonly number[]): number[] => {
    const counts = new Array<number>(bins).fill(0);
    for (const value of values) if (value > 0) counts[bin(value) - first]!++;
    return counts;
  };
  return { perDecade, first, counts: { left: counted(left), right: counted(right) } };
}

/** 1, 2 and 5 times the powers of ten between two values. */
export function logTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    for (const lead of [1, 2, 5]) {
      // Division keeps 0.1 and 0.2 what they are; 2 * 10 ** -1 does not.
      const tick = power < 0 ? lead / 10 ** -power : lead * 10 ** power;
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks;
}
