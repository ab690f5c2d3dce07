import { element } from './dom.js';
import * as format from './format.js';

/** A bar that grows from its middle to the side of the feeling. */
export class Gauge {
  readonly root: HTMLElement;

  /** `label` names it for a screen reader; `notRead` is what it says before the first reading. */
  constructor(label: string, notRead: string) {
    this.root = element(
      'div',
      {
        class: 'gauge',
        role: 'meter',
        'aria-label': label,
        'aria-valuemin': -1,
        'aria-valuemax': 1,
        'aria-valuenow': 0,
        'aria-valuetext': notRead,
      },
      element('div', { class: 'gauge-fill' }),
      element('div', { class: 'gauge-mark' }),
    );
  }

  /** `words` is what a screen reader says of it. */
  show(score: number, words: string): void {
    this.root.style.setProperty('--score', String(score));
    this.root.dataset.side = score < 0 ? 'negative' : 'positive';
    this.root.setAttribute('aria-valuenow', score.toFixed(2));
    this.root.setAttribute('aria-valuetext', `${format.score(score)}, ${words}`);
  }
}
