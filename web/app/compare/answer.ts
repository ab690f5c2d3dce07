import type { Sentiment } from '../../lib/types.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { Gauge } from '../shared/gauge.js';
import { headline, isEmpty } from '../shared/words.js';
import { Figure } from './figure.js';
import type { Side } from './figure.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';

interface Cell {
  gauge: Gauge;
  label: HTMLElement;
  figure: HTMLElement;
}

/** What each column says about the text in the field. */
export class AnswerFigure {
  readonly figure = new Figure('figure-answer', 'The answer', 'Both columns read the text above.');
  readonly #cells: Record<Side, Cell>;
  readonly #readings = new Map<Side, Sentiment>();

  constructor() {
    const cell = (side: Side): Cell => {
      const root = element(
        'div',
        {
          class: 'gauge small',
          role: 'meter',
          'aria-label': `Intensity, ${side} column`,
          'aria-valuemin': -1,
          'aria-valuemax': 1,
          'aria-valuenow': 0,
          'aria-valuetext': 'not read yet',
        },
        element('div', { class: 'gauge-fill' }),
        element('div', { class: 'gauge-mark' }),
      );
      const label = element('span', { class: 'answer-label' }, '–');
      const figure = element('span', { class: 'answer-score' });
      this.figure.put(side, element('p', { class: 'value' }, label, ' ', figure), root);
      return { gauge: new Gauge(root), label, figure };
    };
    this.#cells = { left: cell('left'), right: cell('right') };
  }

  show(side: Side, reading: Sentiment, pair: Pair | undefined): void {
    this.#readings.set(side, reading);
    const { gauge, label, figure } = this.#cells[side];
    const empty = isEmpty(reading);
    label.textContent = empty ? '–' : headline(reading);
    label.dataset.label = empty ? 'none' : reading.label;
    figure.textContent = empty ? '' : format.score(reading.score);
    gauge.show(reading.score, empty ? 'nothing to judge' : headline(reading).toLowerCase());
    if (pair) this.#explain(pair);
  }

  /** Forgets both answers: an engine has changed. */
  clear(): void {
    this.#readings.clear();
  }

  #explain(pair: Pair): void {
    const left = this.#readings.get('left');
    const right = this.#readings.get('right');
    if (!left || !right) return;
    if (isEmpty(left) && isEmpty(right)) {
      this.figure.mean('Write something above: both columns read it.');
      return;
    }
    const names = callThem(pair);
    const apart = Math.abs(left.score - right.score);
    const labels =
      left.label === right.label
        ? `Both say ${left.label}.`
        : `They disagree: ${names.left} says ${left.label}, ${names.right} says ${right.label}.`;
    const cost = isSame(pair)
      ? 'Both columns run the same thing, so nothing can differ.'
      : `Their intensities lie ${format.difference(apart)} apart, ${format.percent(apart / 2, 1)} of the whole scale.`;
    this.figure.mean(`${capital(labels)} ${cost}`);
  }
}
