import type { Summary } from './judge.js';

/** Failure rates in percent that a model must not exceed. */
export interface Limit {
  /** Over all cases. */
  readonly all: number;
  /** For each behaviour without an entry of its own. */
  readonly each: number;
  readonly behaviours?: Readonly<Record<string, number>>;
}

export type Limits = Readonly<Record<string, Limit>>;

/** A line for every limit that `name` (such as "small int8") exceeds. A name without limits has none. */
export function overLimits(name: string, summary: Summary, limits: Limits): string[] {
  const limit = limits[name];
  if (limit === undefined) return [];
  const lines = summary.behaviours.flatMap(({ id, rate }) => {
    const allowed = limit.behaviours?.[id] ?? limit.each;
    return rate > allowed ? [`${name}: ${id} fails ${rate} % (limit ${allowed} %)`] : [];
  });
  return summary.rate > limit.all
    ? [`${name}: all fail ${summary.rate} % (limit ${limit.all} %)`, ...lines]
    : lines;
}
