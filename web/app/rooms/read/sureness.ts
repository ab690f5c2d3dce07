import type { Label, Sentiment } from '../../../lib/types.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { inOrder, LABELS } from '../../shared/verdict.js';
import type { SharedWords } from '../../shared/words/index.js';
import type { ReadWords } from './words/index.js';

interface Row {
  meter: HTMLElement;
  fill: HTMLElement;
  figure: HTMLElement;
}

/** "How sure?", and behind it three bars, one per class, that make 100 % together. */
export class Sureness {
  readonly root: HTMLElement;
  readonly #figure = element('span', { class: 'sure-figure' });
  readonly #rows = new Map<Label, Row>();

  constructor(words: ReadWords, shared: SharedWords) {
    const bars = LABELS.map((label) => this.#bar(label, shared.labels[label], shared.notRead));
    this.root = element(
      'details',
      { class: 'sure', 'data-empty': '' },
      element('summary', {}, words.howSure, ' ', this.#figure),
      element('div', { class: 'probabilities', role: 'group', 'aria-label': words.classes }, ...bars),
    );
  }

  #bar(label: Label, name: string, notRead: string): HTMLElement {
    const fill = element('div', { class: 'probability-fill' });
    const meter = element(
      'div',
      {
        class: 'probability-track',
        role: 'meter',
        'aria-label': name,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': 0,
        'aria-valuetext': notRead,
      },
      fill,
    );
    const figure = element('span', { class: 'probability-figure', 'aria-hidden': 'true' });
    this.#rows.set(label, { meter, fill, figure });
    return element(
      'div',
      { class: 'probability', 'data-label': label },
      element('span', { 'aria-hidden': 'true' }, name),
      meter,
      figure,
    );
  }

  /** Shows the probabilities of a reading; gives how sure the model is of its label, in words. */
  show({ label, probabilities }: Sentiment): string {
    const texts = format.percents(inOrder(probabilities));
    LABELS.forEach((each, i) => {
      const { meter, fill, figure } = this.#rows.get(each)!;
      fill.style.setProperty('--share', String(probabilities[each]));
      figure.textContent = texts[i]!;
      meter.setAttribute('aria-valuenow', (probabilities[each] * 100).toFixed(0));
      meter.setAttribute('aria-valuetext', texts[i]!);
    });
    const sure = texts[LABELS.indexOf(label)]!;
    this.#figure.textContent = sure;
    this.root.removeAttribute('data-empty');
    return sure;
  }

  /** There is nothing to be sure of. */
  hide(): void {
    this.root.setAttribute('data-empty', '');
  }
}
