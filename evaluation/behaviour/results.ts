import type { FairnessFigures, FairnessSummary } from './fairness.js';
import { behaviours, EVERYDAY, share } from './index.js';
import type { Judged } from './limits.js';

/** What an analyzer does with the suite, or with a part of it, which has no fairness figures. */
export type Result = Judged & { readonly name: string };

/** The same for the whole suite. */
export type WholeResult = Result & { readonly fairness: FairnessSummary };

/** Whether it is of the whole suite. */
export function isWhole(result: Result): result is WholeResult {
  return result.fairness !== undefined;
}

/** What models/results/behaviour.json keeps: rates and figures, without a text. */
export function resultsOf(results: readonly WholeResult[]): object {
  const figures = (all: FairnessFigures): object =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'furthest'));
  return {
    command: 'npm run behaviour -- --model small --model nano --peers --update docs/BEHAVIOUR.md --results',
    cases: results[0]?.cases ?? 0,
    results: results.map((result) => ({
      name: result.name,
      rate: result.rate,
      worst: result.worst,
      kinds: result.kinds,
      everyday: share(result, behaviours, EVERYDAY),
      fairness: {
        ...figures(result.fairness),
        kinds: Object.fromEntries(
          Object.entries(result.fairness.kinds).map(([kind, own]) => [kind, figures(own)]),
        ),
      },
      behaviours: Object.fromEntries(result.behaviours.map(({ id, rate }) => [id, rate])),
    })),
  };
}
