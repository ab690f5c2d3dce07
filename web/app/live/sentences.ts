import type { DocumentSentiment, SentenceSentiment } from '../../lib/types.js';
import { drawing, element } from '../dom.js';
import * as format from '../format.js';

/** Rows in the list; what comes after is counted, and drawn in the strip. */
const longestList = 100;
/** Bars in the strip; more sentences than that share bars. */
const mostBars = 240;

interface Bar {
  score: number;
  /** Share of the strip's width. */
  length: number;
}

/** One bar a sentence, as wide as the sentence is long; a very long text puts neighbours together. */
export function bars(sentences: readonly SentenceSentiment[]): Bar[] {
  const together = Math.ceil(sentences.length / mostBars);
  const drawn: Bar[] = [];
  for (let start = 0; start < sentences.length; start += together) {
    const group = sentences.slice(start, start + together);
    const length = group.reduce((sum, { start: from, end }) => sum + end - from, 0);
    const weighted = group.reduce((sum, { start: from, end, score }) => sum + score * (end - from), 0);
    drawn.push({ score: weighted / length, length });
  }
  return drawn;
}

/** For several sentences: a strip that shows where the mood turns, and each sentence with its score. */
export class SentenceView {
  readonly #root: HTMLElement;
  readonly #choose: (sentence: SentenceSentiment) => void;
  readonly #title = element('h2', { class: 'small-title' });
  readonly #strip = drawing('svg', {
    class: 'strip',
    viewBox: '0 -1 1 2',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  readonly #list = element('ol', { class: 'sentence-list' });
  readonly #note = element('p', { class: 'note' });

  /** `choose` is called with the sentence that was clicked. */
  constructor(root: HTMLElement, choose: (sentence: SentenceSentiment) => void) {
    this.#root = root;
    this.#choose = choose;
    root.append(this.#title, this.#strip, this.#list, this.#note);
  }

  show(text: string, { sentences }: Pick<DocumentSentiment, 'sentences'>): void {
    this.#root.hidden = sentences.length < 2;
    if (this.#root.hidden) {
      this.#list.replaceChildren();
      return;
    }
    this.#title.textContent = `Sentence by sentence (${format.count(sentences.length)})`;
    this.#drawStrip(sentences);
    this.#list.replaceChildren(
      ...sentences.slice(0, longestList).map((sentence) => this.#row(text, sentence)),
    );
    const rest = sentences.length - longestList;
    this.#note.textContent =
      'Each bar is a sentence, as wide as it is long: up is positive, down is negative. Choose a line to find it in ' +
      (rest > 0
        ? `your text. The list ends after ${longestList} sentences; the strip shows the other ${format.count(rest)} too.`
        : 'your text.');
  }

  #drawStrip(sentences: readonly SentenceSentiment[]): void {
    const drawn = bars(sentences);
    const total = drawn.reduce((sum, { length }) => sum + length, 0);
    let x = 0;
    const shapes = drawn.map(({ score, length }) => {
      const width = length / total;
      const shape = drawing('rect', {
        x: x + width * 0.04,
        y: score > 0 ? -score : 0,
        width: width * 0.92,
        height: Math.max(Math.abs(score), 0.02),
        class: score < 0 ? 'negative' : 'positive',
      });
      x += width;
      return shape;
    });
    this.#strip.replaceChildren(drawing('line', { x1: 0, y1: 0, x2: 1, y2: 0, class: 'axis' }), ...shapes);
  }

  #row(text: string, sentence: SentenceSentiment): HTMLLIElement {
    const figure = element(
      'span',
      { class: 'sentence-score', 'data-label': sentence.label },
      format.score(sentence.score),
    );
    const words = element('span', { class: 'sentence-text' }, text.slice(sentence.start, sentence.end));
    const button = element('button', { class: 'sentence', type: 'button' }, figure, words);
    button.addEventListener('click', () => {
      this.#choose(sentence);
    });
    return element('li', {}, button);
  }
}
