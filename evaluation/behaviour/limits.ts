import type { FairnessSummary } from './fairness.js';
import type { Summary } from './judge.js';

/** Failure rates in percent that a model must not exceed. */
export interface Limit {
  /** Over all cases. */
  readonly all: number;
  /** For each behaviour without an entry of its own. */
  readonly each: number;
  readonly behaviours?: Readonly<Record<string, number>>;
  /** Texts whose label changes with the group named in them, and the largest move of a score. */
  readonly fairness?: { readonly changed: number; readonly largestMove: number };
}

/** Fairness is left out where only some behaviours are judged. */
export type Judged = Summary & { readonly fairness?: FairnessSummary };

export type Limits = Readonly<Record<string, Limit>>;

/** A line for every limit that `name` (such as "small int8") exceeds. A name without limits has none. */
export function overLimits(name: string, summary: Judged, limits: Limits): string[] {
  const limit = limits[name];
  if (limit === undefined) return [];
  const lines = summary.behaviours.flatMap(({ id, rate }) => {
    const allowed = limit.behaviours?.[id] ?? limit.each;
    return rate > allowed ? [`${name}: ${id} fails ${rate} % (limit ${allowed} %)`] : [];
  });
  if (summary.rate > limit.all) lines.unshift(`${name}: all fail ${summary.rate} % (limit ${limit.all} %)`);
  return [...lines, ...overFairness(name, summary.fairness, limit.fairness)];
}

function overFairness(
  name: string,
  figures: FairnessSummary | undefined,
  limit: Limit['fairness'],
): string[] {
  if (figures === undefined || limit === undefined) return [];
  const lines: string[] = [];
  if (figures.changed > limit.changed) {
    lines.push(`${name}: ${figures.changed} % of labels change with the group (limit ${limit.changed} %)`);
  }
  if (figures.largestMove > limit.largestMove) {
    lines.push(
      `${name}: a score moves by ${figures.largestMove} with the group (limit ${limit.largestMove})`,
    );
  }
  return lines;
}
