import type { Sentiment } from '../../../lib/types.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { verdictOf } from '../../shared/verdict.js';
import type { SharedWords } from '../../shared/words/index.js';

/** The one line that says it: words and number made from the same verdict. */
export class VerdictLine {
  readonly #label = element('span', { id: 'verdict-label' });
  readonly #score = element('span', { id: 'verdict-score', class: 'verdict-score' });
  readonly root = element('p', { class: 'verdict' }, this.#label, ' ', this.#score);
  readonly #words: SharedWords;

  constructor(words: SharedWords) {
    this.#words = words;
  }

  /** Shows a reading and gives its words. */
  show(reading: Sentiment): string {
    const verdict = verdictOf(reading);
    const words = this.#words.verdict(verdict);
    this.#label.textContent = words;
    this.root.dataset.kind = verdict.kind;
    this.#score.textContent = verdict.kind === 'nothing' ? '' : format.score(reading.score);
    return words;
  }

  /** There is no reading: says why. */
  say(words: string): void {
    this.#label.textContent = words;
    this.root.dataset.kind = 'none';
    this.#score.textContent = '';
  }
}
