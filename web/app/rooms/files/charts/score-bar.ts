import { element } from '../../../shared/dom.js';

/** A bar from the middle to the side of a score, beside a figure that says the same. */
export function scoreBar(score: number): HTMLElement {
  const bar = element(
    'span',
    { class: 'gauge score-bar', 'aria-hidden': 'true', 'data-side': score < 0 ? 'negative' : 'positive' },
    element('span', { class: 'gauge-fill' }),
    element('span', { class: 'gauge-mark' }),
  );
  bar.style.setProperty('--score', String(score));
  return bar;
}
