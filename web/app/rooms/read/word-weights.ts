import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { WordShare } from '../../shared/reader.js';
import type { ReadWords } from './words/index.js';

/** Words in the row at most. */
const SHOWN = 6;
/** A smaller share is not worth a place in the row. */
const SMALLEST = 0.05;

/** A comma or a stop: it may have a share, but says nothing by itself. An emoticon has more than one sign. */
const MARK = /^\p{P}$/u;

/** The words that weigh most, heaviest first. */
export function heaviest(text: string, words: readonly WordShare[]): WordShare[] {
  return words
    .filter(({ start, end, share }) => Math.abs(share) >= SMALLEST && !MARK.test(text.slice(start, end)))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, SHOWN);
}

/** The word that the caret stands in, or at the end of. */
export function wordAt(words: readonly WordShare[], offset: number): WordShare | undefined {
  return (
    words.find(({ start, end }) => start <= offset && offset < end) ?? words.find(({ end }) => end === offset)
  );
}

/** What single words do: the heaviest as a row, for eyes and ears alike, and one in full. */
export class WordWeights {
  readonly root: HTMLElement;
  readonly #words: ReadWords;
  readonly #choose: (word: WordShare) => void;
  readonly #list: HTMLElement;
  readonly #detail: HTMLElement;

  /** `choose` is called with the word that was clicked in the row. */
  constructor(words: ReadWords, choose: (word: WordShare) => void) {
    this.#words = words;
    this.#choose = choose;
    this.#list = element('ul', { class: 'weights', 'aria-label': words.strongest });
    this.#detail = element('p', { class: 'word-detail' }, words.pointAtWord);
    this.root = element('div', { class: 'word-weights' }, this.#list, this.#detail);
  }

  show(text: string, words: readonly WordShare[]): void {
    this.#list.replaceChildren(
      ...heaviest(text, words).map((word) => {
        const button = element(
          'button',
          { type: 'button', class: 'chip weight', 'data-label': word.share < 0 ? 'negative' : 'positive' },
          element('span', { class: 'weight-dot', 'aria-hidden': 'true' }),
          element('bdi', {}, text.slice(word.start, word.end)),
          ' ',
          element('span', { class: 'weight-figure' }, format.score(word.share)),
        );
        button.addEventListener('click', () => {
          this.#choose(word);
        });
        return element('li', {}, button);
      }),
    );
  }

  /**
   * Tells of one word. `isPart` where its share is that of a sentence and not of the whole; `without` is the score of the text that lacks
   * it, once that is known.
   */
  tell(text: string, word: WordShare, isPart: boolean, without?: number): void {
    const { wordAdds, wordTakes, wordSilent, without: withoutIt } = this.#words;
    const said = text.slice(word.start, word.end);
    const figure = format.score(word.share);
    const share =
      figure === '0.00'
        ? wordSilent(said)
        : word.share > 0
          ? wordAdds(said, figure, isPart)
          : wordTakes(said, figure.slice(1), isPart);
    this.#detail.textContent = without === undefined ? share : share + withoutIt(format.score(without));
  }

  /** No word is pointed at. */
  rest(): void {
    this.#detail.textContent = this.#words.pointAtWord;
  }
}
