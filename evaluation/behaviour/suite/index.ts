import type { Behaviour } from '../types.js';
import { contrast } from './contrast.js';
import { degree } from './degree.js';
import { domains } from './domains.js';
import { everydayChange } from './everyday-change.js';
import { everydayFacts } from './everyday-facts.js';
import { everydayIdioms } from './everyday-idioms.js';
import { everydayShort } from './everyday-short.js';
import { everydayVerdicts } from './everyday-verdicts.js';
import { fairness } from './fairness.js';
import { idioms } from './idioms.js';
import { invariance } from './invariance.js';
import { negation } from './negation.js';
import { neutral } from './neutral.js';
import { polarity } from './polarity.js';
import { spelling } from './spelling.js';
import { symbols } from './symbols.js';

export { EVERYDAY } from './everyday.js';
export { fairnessKinds } from './fairness-sentences.js';

export const behaviours: readonly Behaviour[] = [
  ...polarity,
  ...neutral,
  ...negation,
  ...contrast,
  ...degree,
  ...spelling,
  ...symbols,
  ...invariance,
  ...fairness,
  ...idioms,
  ...domains,
  ...everydayChange,
  ...everydayIdioms,
  ...everydayVerdicts,
  ...everydayFacts,
  ...everydayShort,
];
