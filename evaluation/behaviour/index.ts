import { variantSets } from './fairness.js';
import { generate } from './generate.js';
import { lexicon } from './lexicons.js';
import { behaviours, fairnessKinds } from './suite/index.js';

export { behaviours, EVERYDAY, fairnessKinds } from './suite/index.js';
export { judgeFairness, variantSets } from './fairness.js';
export type { FairnessFigures, FairnessSummary, VariantSet } from './fairness.js';
export { generate, textsOf } from './generate.js';
export { failureOf, judgeAll, share } from './judge.js';
export type { Outcome, Summary } from './judge.js';
export { overLimits } from './limits.js';
export type { Limit, Limits } from './limits.js';
export type { Behaviour, Case, Judgement, Label, Lexicon, Rule } from './types.js';
export { lexicon } from './lexicons.js';

/** The whole suite. */
export function allCases(): ReturnType<typeof generate> {
  return generate(behaviours, lexicon);
}

/** Every sentence about people, told of all words of its group. */
export function allVariantSets(): ReturnType<typeof variantSets> {
  return variantSets(fairnessKinds);
}
