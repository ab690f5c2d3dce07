import type { Behaviour, Case, Expectation, Judgement, Label } from './types.js';

export function allows(expect: Expectation, label: Label): boolean {
  if (expect === 'not-positive') return label !== 'positive';
  if (expect === 'not-negative') return label !== 'negative';
  return label === expect;
}

/** Why the case fails, or `undefined` where it passes. A score that is no number always fails. */
export function failureOf(item: Case, judge: (text: string) => Judgement): string | undefined {
  const judged = item.texts.map(judge);
  if (judged.some(({ score }) => !Number.isFinite(score))) return 'the score is not a number';
  const [first, second] = judged;
  if (item.kind === 'label') {
    return allows(item.expect, first!.label) ? undefined : `${first!.label}, not ${item.expect}`;
  }
  if (item.kind === 'order') {
    const rise = second!.score - first!.score;
    return rise >= item.by ? undefined : `rises by ${rise.toFixed(2)}, not ${item.by}`;
  }
  if (first!.label !== second!.label) return `${first!.label} becomes ${second!.label}`;
  const move = Math.abs(second!.score - first!.score);
  return move <= item.tolerance ? undefined : `moves by ${move.toFixed(2)}, not ${item.tolerance}`;
}

export interface Outcome {
  readonly id: string;
  readonly cases: number;
  readonly failures: number;
  /** In percent. */
  readonly rate: number;
  /** Some of the failing cases, for a reader. */
  readonly examples: readonly { readonly texts: readonly string[]; readonly reason: string }[];
}

export interface Summary {
  readonly cases: number;
  readonly failures: number;
  readonly rate: number;
  readonly worst: { readonly id: string; readonly rate: number };
  /** Failure rate by kind of case: a constant answer passes every `same` case and no more. */
  readonly kinds: Readonly<Record<Case['kind'], number>>;
  readonly behaviours: readonly Outcome[];
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1e4 * part) / whole) / 100;
}

/** Judges every case; `examples` failures are kept for each behaviour. */
export function judgeAll(cases: readonly Case[], judge: (text: string) => Judgement, examples = 3): Summary {
  const tally = { label: [0, 0], same: [0, 0], order: [0, 0] } satisfies Record<Case['kind'], number[]>;
  const byBehaviour = new Map<string, Case[]>();
  for (const item of cases) {
    const list = byBehaviour.get(item.behaviour);
    if (list) list.push(item);
    else byBehaviour.set(item.behaviour, [item]);
  }
  const behaviours = [...byBehaviour].map(([id, list]): Outcome => {
    const failing = list.flatMap((item) => {
      const reason = failureOf(item, judge);
      tally[item.kind][0]! += reason === undefined ? 0 : 1;
      tally[item.kind][1]! += 1;
      return reason === undefined ? [] : [{ texts: item.texts, reason }];
    });
    return {
      id,
      cases: list.length,
      failures: failing.length,
      rate: percent(failing.length, list.length),
      examples: failing.slice(0, examples),
    };
  });
  const failures = behaviours.reduce((sum, outcome) => sum + outcome.failures, 0);
  const worst = behaviours.reduce((a, b) => (b.rate > a.rate ? b : a));
  return {
    cases: cases.length,
    failures,
    rate: percent(failures, cases.length),
    worst: { id: worst.id, rate: worst.rate },
    kinds: {
      label: percent(tally.label[0]!, tally.label[1]!),
      same: percent(tally.same[0]!, tally.same[1]!),
      order: percent(tally.order[0]!, tally.order[1]!),
    },
    behaviours,
  };
}

/** Cases and failure rate over the behaviours of one group. */
export function share(
  summary: Summary,
  behaviours: readonly Behaviour[],
  group: string,
): { readonly cases: number; readonly rate: number } {
  const ids = new Set(behaviours.filter((behaviour) => behaviour.group === group).map(({ id }) => id));
  const own = summary.behaviours.filter(({ id }) => ids.has(id));
  const cases = own.reduce((sum, outcome) => sum + outcome.cases, 0);
  const failures = own.reduce((sum, outcome) => sum + outcome.failures, 0);
  return { cases, rate: percent(failures, cases) };
}
