import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { StrongRow } from '../tally/strongest.js';
import type { Summary } from '../tally/tally.js';
import type { FilesWords } from '../words/index.js';

/** The rows with the strongest scores of each side. */
export class StrongestRows {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #open: (row: number) => void;
  readonly #lists = element('div', { class: 'two-sides' });

  constructor(words: FilesWords, open: (row: number) => void) {
    this.#words = words;
    this.#open = open;
    this.root = element('section', { class: 'card wide' }, element('h2', {}, words.strongest), this.#lists);
  }

  show({ strongest }: Summary): void {
    const { negativeSide, positiveSide } = this.#words;
    this.#lists.replaceChildren(
      this.#list(negativeSide, strongest.negative),
      this.#list(positiveSide, strongest.positive),
    );
  }

  #list(title: string, rows: readonly StrongRow[]): HTMLElement {
    const items = rows.map(({ row, text, score }) => {
      const figure = element(
        'span',
        { class: 'strong-score', 'data-side': score < 0 ? 'negative' : 'positive' },
        format.score(score),
      );
      const button = element(
        'button',
        { type: 'button' },
        figure,
        element('span', { class: 'strong-text', dir: 'auto' }, text),
      );
      button.addEventListener('click', () => {
        this.#open(row);
      });
      return element('li', {}, button);
    });
    const list =
      items.length > 0
        ? element('ol', { class: 'strong-list' }, ...items)
        : element('p', { class: 'note' }, this.#words.noneOfSide);
    return element('div', {}, element('h3', { class: 'small-title' }, title), list);
  }
}
