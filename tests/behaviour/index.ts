import { generate } from './generate.js';
import { lexicon } from './lexicons.js';
import { behaviours } from './suite/index.js';

export { behaviours } from './suite/index.js';
export { generate, textsOf } from './generate.js';
export { failureOf, judgeAll } from './judge.js';
export type { Outcome, Summary } from './judge.js';
export { overLimits } from './limits.js';
export type { Limit, Limits } from './limits.js';
export type { Behaviour, Case, Judgement, Label, Lexicon, Rule } from './types.js';
export { lexicon } from './lexicons.js';

/** The whole suite. */
export function allCases(): ReturnType<typeof generate> {
  return generate(behaviours, lexicon);
}
