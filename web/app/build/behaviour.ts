import type { Plugin } from 'vite';
import { allCases, type Case, type Label, textsOf } from '../../../evaluation/behaviour/index.js';
import { allows } from '../../../evaluation/behaviour/judge.js';
import { virtualModule } from './virtual.js';

/** One text of the behaviour suite in so many goes into the page. */
const stride = 8;

const LABELS: readonly Label[] = ['negative', 'neutral', 'positive'];

/** The labels that are right for a text; none where the suite asks for something else than a label. */
function rightOf(text: string, cases: readonly Case[]): Label[] {
  const asked = cases.find((one) => one.kind === 'label' && one.texts[0] === text);
  return asked?.kind === 'label' ? LABELS.filter((label) => allows(asked.expect, label)) : [];
}

/** The module `virtual:behaviour`: texts taken evenly from the project's behaviour suite, and what is right about them. */
export function behaviourTexts(): Plugin {
  return virtualModule('virtual:behaviour', () => {
    const cases = allCases();
    const texts = textsOf(cases).filter((_, i) => i % stride === 0);
    const right = texts.map((text) => rightOf(text, cases));
    return `export const texts = ${JSON.stringify(texts)};\nexport const right = ${JSON.stringify(right)};\n`;
  });
}
