import type { Plugin } from 'vite';
import { allCases, textsOf } from '../../../evaluation/behaviour/index.js';
import { virtualModule } from './virtual.js';

/** One text of the behaviour suite in so many goes into the page. */
const stride = 8;

/** The module `virtual:behaviour`: texts taken evenly from the project's behaviour suite. */
export function behaviourTexts(): Plugin {
  return virtualModule('virtual:behaviour', () => {
    const all = textsOf(allCases());
    const texts = all.filter((_, i) => i % stride === 0);
    return `export const texts = ${JSON.stringify(texts)};\nexport const suiteSize = ${all.length};\n`;
  });
}
