import type { Sentiment } from '../../../lib/types.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { Gauge } from '../../shared/gauge.js';
import { isEmpty, verdictOf } from '../../shared/verdict.js';
import { sides, type Side } from './engine/protocol.js';
import { Figure } from './figure.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';

interface Cell {
  gauge: Gauge;
  label: HTMLElement;
  figure: HTMLElement;
}

/** What each column says about the text in the field. */
export class AnswerFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;
  readonly #cells = new Map<Side, Cell>();
  readonly #readings = new Map<Side, Sentiment>();

  constructor(tongue: Tongue) {
    this.#tongue = tongue;
    const { words, shared } = tongue;
    this.figure = new Figure('figure-answer', words.answer, words.answerHint);
    for (const side of sides) {
      const gauge = new Gauge(words.intensity(words.sides[side]), shared.notRead);
      gauge.root.classList.add('small');
      const label = element('span', { class: 'answer-label' }, '–');
      const figure = element('span', { class: 'answer-score' });
      this.figure.put(side, element('p', { class: 'value' }, label, ' ', figure), gauge.root);
      this.#cells.set(side, { gauge, label, figure });
    }
  }

  show(side: Side, reading: Sentiment, pair: Pair | undefined): void {
    this.#readings.set(side, reading);
    const { gauge, label, figure } = this.#cells.get(side)!;
    const verdict = verdictOf(reading);
    const said = this.#tongue.shared.verdict(verdict);
    label.textContent = said;
    label.dataset.label = verdict.kind;
    figure.textContent = isEmpty(reading) ? '' : format.score(reading.score);
    gauge.show(reading.score, said);
    if (pair) this.#explain(pair);
  }

  /** Forgets both answers: an engine has changed. */
  clear(): void {
    this.#readings.clear();
  }

  #explain(pair: Pair): void {
    const left = this.#readings.get('left');
    const right = this.#readings.get('right');
    const { words, shared } = this.#tongue;
    if (!left || !right) return;
    if (isEmpty(left) && isEmpty(right)) {
      this.figure.mean(words.writeAbove);
      return;
    }
    const apart = Math.abs(left.score - right.score);
    const labels = { left: shared.labels[left.label], right: shared.labels[right.label] };
    const said =
      left.label === right.label
        ? words.bothSay(labels.left)
        : words.disagree(callThem(pair, this.#tongue), labels);
    const cost = isSame(pair)
      ? words.nothingDiffers
      : words.apart(format.difference(apart), format.percent(apart / 2, 1));
    this.figure.mean(`${words.sentence(said)} ${cost}`);
  }
}
