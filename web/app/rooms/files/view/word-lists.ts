import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { scoreBar } from '../charts/score-bar.js';
import type { TellingWord } from '../tally/telling-words.js';
import type { Summary } from '../tally/tally.js';
import type { FilesWords } from '../words/index.js';

/** The words whose texts score furthest from the others, on both sides. */
export class WordLists {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #search: (word: string) => void;
  readonly #lists = element('div', { class: 'two-sides' });

  /** `search` shows the rows that have a word. */
  constructor(words: FilesWords, search: (word: string) => void) {
    this.#words = words;
    this.#search = search;
    const note = element('p', { class: 'note' }, words.wordsMean);
    this.root = element('section', { class: 'card wide' }, element('h2', {}, words.words), note, this.#lists);
  }

  show({ words }: Summary): void {
    const { negativeSide, positiveSide } = this.#words;
    this.#lists.replaceChildren(
      this.#list(negativeSide, words.negative),
      this.#list(positiveSide, words.positive),
    );
  }

  #list(title: string, words: readonly TellingWord[]): HTMLElement {
    const items = words.map(({ word, mean, count }) => {
      const button = element('button', { type: 'button', class: 'word-button' }, word);
      button.addEventListener('click', () => {
        this.#search(word);
      });
      const figure = element('span', { class: 'mean-figure' }, format.score(mean));
      const texts = element('span', { class: 'mean-count' }, this.#words.inTexts(format.count(count)));
      return element('li', {}, button, scoreBar(mean), figure, texts);
    });
    const list =
      items.length > 0
        ? element('ul', { class: 'means' }, ...items)
        : element('p', { class: 'note' }, this.#words.noWords);
    return element('div', {}, element('h3', { class: 'small-title' }, title), list);
  }
}
