import { findings } from 'virtual:findings';
import type { FailureRates } from '../../build/findings.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { EvidenceWords } from './words/index.js';

/** One analyzer's rate, in percent, as a bar with its figure. */
function bar(name: string, rate: number, kind: string, words: EvidenceWords): HTMLElement {
  const fill = element('span', { class: 'rate-fill' });
  fill.style.setProperty('--share', String(rate / 100));
  return element(
    'div',
    { class: 'rate', 'data-kind': kind },
    element('span', { class: 'rate-name' }, name),
    element('span', { class: 'rate-track', 'aria-hidden': 'true' }, fill),
    element('span', { class: 'rate-figure' }, words.fails(format.percent(rate / 100, 1))),
  );
}

function bars({ small, nano, lexicon }: FailureRates, words: EvidenceWords): HTMLElement[] {
  return [
    bar('small', small, 'small', words),
    bar('nano', nano, 'nano', words),
    bar(words.lexicon, lexicon, 'lexicon', words),
  ];
}

function block(
  title: HTMLElement,
  rates: FailureRates,
  words: EvidenceWords,
  ...more: HTMLElement[]
): HTMLElement {
  return element('div', { class: 'behaviour' }, title, ...more, ...bars(rates, words));
}

/** What the model fails in, with an example of each. */
export function behaviours(words: EvidenceWords): HTMLElement {
  return element(
    'section',
    { class: 'behaviours', 'aria-labelledby': 'behaviours-title' },
    element('h2', { id: 'behaviours-title' }, words.behaviours),
    element('p', { class: 'meaning' }, words.behavioursMean(format.count(findings.cases))),
    element(
      'div',
      { class: 'behaviour-grid' },
      block(element('h3', {}, words.whole), findings.all, words),
      block(element('h3', {}, words.everyday), findings.everyday, words),
    ),
    element('h3', { class: 'small-title' }, words.worst),
    element(
      'div',
      { class: 'behaviour-grid' },
      ...findings.worst.map((one) =>
        block(
          element('h4', {}, words.behaviour(one.id)),
          one,
          words,
          element('p', { class: 'example', lang: 'en' }, one.example.map((text) => `“${text}”`).join(' → ')),
        ),
      ),
    ),
  );
}
