import type { Label, Probabilities } from '../../lib/types.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { labels } from '../shared/words.js';

interface Row {
  meter: HTMLElement;
  fill: HTMLElement;
  figure: HTMLElement;
}

/** Three bars, one a class; together they make 100 %. */
export class ProbabilityBars {
  readonly #rows = new Map<Label, Row>();

  constructor(root: HTMLElement) {
    for (const label of labels) {
      const fill = element('div', { class: 'probability-fill' });
      const meter = element(
        'div',
        {
          class: 'probability-track',
          role: 'meter',
          'aria-label': label,
          'aria-valuemin': 0,
          'aria-valuemax': 100,
          'aria-valuenow': 0,
        },
        fill,
      );
      const figure = element('span', { class: 'probability-figure', 'aria-hidden': 'true' }, '–');
      const name = element('span', { 'aria-hidden': 'true' }, label);
      root.append(element('div', { class: 'probability', 'data-label': label }, name, meter, figure));
      this.#rows.set(label, { meter, fill, figure });
    }
  }

  show(probabilities: Probabilities): void {
    const texts = format.percents(labels.map((label) => probabilities[label]));
    labels.forEach((label, i) => {
      const { meter, fill, figure } = this.#rows.get(label)!;
      fill.style.setProperty('--share', String(probabilities[label]));
      figure.textContent = texts[i]!;
      meter.setAttribute('aria-valuenow', (probabilities[label] * 100).toFixed(0));
      meter.setAttribute('aria-valuetext', texts[i]!);
    });
  }

  /** Nothing has been read. */
  clear(): void {
    for (const { meter, fill, figure } of this.#rows.values()) {
      fill.style.setProperty('--share', '0');
      figure.textContent = '–';
      meter.setAttribute('aria-valuenow', '0');
      meter.setAttribute('aria-valuetext', 'not read yet');
    }
  }
}
