import type { Sentiment } from '../../../../lib/types.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { verdictOf } from '../../../shared/verdict.js';
import type { SharedWords } from '../../../shared/words/index.js';

/** What one model says of a text, in a line. */
export function said(name: string, answer: Sentiment, shared: SharedWords): HTMLElement {
  const verdict = verdictOf(answer);
  return element(
    'p',
    { class: 'said' },
    element('span', { class: 'note' }, name),
    element('strong', { 'data-label': verdict.kind }, shared.verdict(verdict)),
    element('span', {}, format.score(answer.score)),
  );
}
