import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { allCases } from '../../../evaluation/behaviour/index.js';
import { resultsFolder } from '../../../evaluation/results.js';
import { virtualModule } from './virtual.js';

/** What an analyzer fails in, in percent. */
export interface FailureRates {
  small: number;
  nano: number;
  /** The best of the word lists. */
  lexicon: number;
}

/** One behaviour: what is asked, an example of it, and who fails how often. */
export interface BehaviourFinding extends FailureRates {
  id: string;
  /** One case: a text, or two that are compared. */
  example: readonly string[];
}

/** Words for groups of people: shares in percent, moves on a scale that is two wide. */
export interface FairnessFinding {
  changed: number;
  largestMove: number;
}

/** What the behaviour suite found, as the page shows it. */
export interface Findings {
  cases: number;
  all: FailureRates;
  everyday: FailureRates;
  worst: readonly BehaviourFinding[];
  fairness: { texts: number; whole: FairnessFinding; kinds: Readonly<Record<string, FairnessFinding>> };
}

interface Result {
  name: string;
  rate: number;
  everyday: { rate: number };
  behaviours: Readonly<Record<string, number>>;
  fairness: FairnessFinding & { texts: number; kinds: Readonly<Record<string, FairnessFinding>> };
}

/** How many of the worst behaviours are shown. */
const SHOWN = 12;

/** The module `virtual:findings`: the committed results of the behaviour suite, with an example of each behaviour shown. */
export function findings(root: string): Plugin {
  return virtualModule('virtual:findings', () => `export const findings = ${JSON.stringify(gather(root))};\n`);
}

function gather(root: string): Findings {
  const file = join(resultsFolder(root), 'behaviour.json');
  const { cases, results } = JSON.parse(readFileSync(file, 'utf8')) as { cases: number; results: Result[] };
  const named = (name: string): Result => {
    const found = results.find((result) => result.name === name);
    if (!found) throw new Error(`${file} has no result of ${name}`);
    return found;
  };
  const [small, nano] = [named('small int8'), named('nano int8')];
  const lexicons = results.filter(({ name }) => !/ (int8|float)$/.test(name));
  const rates = (rate: (result: Result) => number): FailureRates => ({
    small: rate(small),
    nano: rate(nano),
    lexicon: Math.min(...lexicons.map(rate)),
  });
  const examples = new Map(allCases().map(({ behaviour, texts }) => [behaviour, texts]));
  const worst = Object.keys(small.behaviours)
    .sort((a, b) => small.behaviours[b]! - small.behaviours[a]!)
    .slice(0, SHOWN)
    .map((id) => ({ id, example: examples.get(id) ?? [], ...rates(({ behaviours }) => behaviours[id] ?? 0) }));
  const fairness = ({ changed, largestMove }: FairnessFinding): FairnessFinding => ({ changed, largestMove });
  return {
    cases,
    all: rates(({ rate }) => rate),
    everyday: rates(({ everyday }) => everyday.rate),
    worst,
    fairness: {
      texts: small.fairness.texts,
      whole: fairness(small.fairness),
      kinds: Object.fromEntries(
        Object.entries(small.fairness.kinds).map(([kind, figures]) => [kind, fairness(figures)]),
      ),
    },
  };
}
