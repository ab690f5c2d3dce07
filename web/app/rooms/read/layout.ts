import { element } from '../../shared/dom.js';
import { LABELS } from '../../shared/verdict.js';
import type { SharedWords } from '../../shared/words/index.js';
import { tradeoffStrip } from './tradeoff.js';
import type { ReadWords } from './words/index.js';

/** What stands in the room, made by those that change it. */
export interface ReadParts {
  field: HTMLElement;
  gauge: HTMLElement;
  verdict: HTMLElement;
  sureness: HTMLElement;
  /** In their order below the answer. */
  below: readonly HTMLElement[];
  foot: readonly HTMLElement[];
}

/** The room's element: the field with its answer, what the model weighs beside it, and a foot. */
export function readLayout(parts: ReadParts, words: ReadWords, shared: SharedWords): HTMLElement {
  const strip = tradeoffStrip(words);
  return element(
    'div',
    { class: 'read' },
    element(
      'section',
      { class: 'read-main', 'aria-labelledby': 'read-title' },
      element('h1', { id: 'read-title' }, words.title),
      element('div', { class: 'field-box' }, parts.field, parts.gauge),
      element(
        'div',
        { class: 'gauge-ends', 'aria-hidden': 'true' },
        ...LABELS.map((label, i) => element('span', {}, `${['−1', '0', '+1'][i]!} ${shared.labels[label]}`)),
      ),
      element('div', { class: 'answer' }, parts.verdict, parts.sureness),
      ...parts.below,
    ),
    element('aside', { class: 'read-side' }, ...(strip ? [strip] : [])),
    element('div', { class: 'read-foot' }, ...parts.foot),
  );
}
