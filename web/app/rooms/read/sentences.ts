import { drawing, element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { ReadWords } from './words/index.js';

/** Rows in the list; what comes after is counted, and drawn in the strip. */
const LONGEST_LIST = 100;
/** Bars in the strip; more sentences than that share bars. */
const MOST_BARS = 240;
/** Characters of a sentence that a row shows at most. */
const LONGEST_ROW = 400;

/** A sentence: where it stands, how it sounds on its own, and what it adds to the whole where that is known. */
export interface SentenceValue {
  start: number;
  end: number;
  score: number;
  addition?: number;
}

interface Bar {
  score: number;
  length: number;
}

/** One bar per sentence, as wide as the sentence is long; a very long text puts neighbours together. */
export function bars(sentences: readonly SentenceValue[]): Bar[] {
  const together = Math.ceil(sentences.length / MOST_BARS);
  const drawn: Bar[] = [];
  for (let start = 0; start < sentences.length; start += together) {
    const group = sentences.slice(start, start + together);
    const length = group.reduce((sum, { start: from, end }) => sum + end - from, 0);
    const weighted = group.reduce((sum, { start: from, end, score }) => sum + score * (end - from), 0);
    drawn.push({ score: length > 0 ? weighted / length : 0, length });
  }
  return drawn;
}

interface Row {
  item: HTMLLIElement;
  figure: HTMLElement;
  words: HTMLElement;
  adds: HTMLElement;
  sentence: SentenceValue;
}

/** For several sentences: a strip that shows where the mood turns, and a row for each sentence. */
export class SentenceView {
  readonly root: HTMLElement;
  readonly #words: ReadWords;
  readonly #choose: (sentence: SentenceValue) => void;
  readonly #title = element('h2', { class: 'small-title' });
  readonly #strip = drawing('svg', {
    class: 'strip',
    viewBox: '0 -1 1 2',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  readonly #list = element('ol', { class: 'sentence-list' });
  readonly #note = element('p', { class: 'note' });
  readonly #rows: Row[] = [];

  /** `choose` is called with the sentence that was clicked. */
  constructor(words: ReadWords, choose: (sentence: SentenceValue) => void) {
    this.#words = words;
    this.#choose = choose;
    this.root = element(
      'section',
      { class: 'sentences', hidden: '' },
      this.#title,
      this.#strip,
      this.#list,
      this.#note,
    );
  }

  show(text: string, sentences: readonly SentenceValue[]): void {
    this.root.hidden = sentences.length < 2;
    if (this.root.hidden) return;
    const words = this.#words;
    this.#title.textContent = words.sentences(format.count(sentences.length));
    this.#draw(sentences);
    this.#fill(text, sentences.slice(0, LONGEST_LIST));
    const rest = sentences.length - LONGEST_LIST;
    this.#note.textContent =
      words.scoresNote +
      (rest > 0 ? ` ${words.more100(format.count(LONGEST_LIST), format.count(rest))}` : '');
  }

  #draw(sentences: readonly SentenceValue[]): void {
    const drawn = bars(sentences);
    const total = drawn.reduce((sum, { length }) => sum + length, 0);
    let x = 0;
    const shapes = drawn.map(({ score, length }) => {
      const width = length / total;
      const size = Math.abs(score);
      const shape = drawing('rect', {
        x: x + width * 0.04,
        y: score > 0 ? -size : 0,
        width: width * 0.92,
        height: Math.max(size, 0.03),
        class: score < 0 ? 'negative' : 'positive',
      });
      x += width;
      return shape;
    });
    this.#strip.replaceChildren(drawing('line', { x1: 0, y1: 0, x2: 1, y2: 0, class: 'axis' }), ...shapes);
  }

  /** Rows are kept from one reading to the next: a key changes the words of one or two. */
  #fill(text: string, sentences: readonly SentenceValue[]): void {
    sentences.forEach((sentence, i) => {
      const row = this.#rows[i] ?? this.#add();
      row.sentence = sentence;
      const shown = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_ROW));
      if (row.words.textContent !== shown) row.words.textContent = shown;
      const figure = format.score(sentence.score);
      if (row.figure.textContent !== figure) row.figure.textContent = figure;
      row.figure.dataset.label = figure === '0.00' ? 'neutral' : sentence.score < 0 ? 'negative' : 'positive';
      const { addition } = sentence;
      row.adds.textContent = addition === undefined ? '' : this.#words.adds(format.score(addition));
    });
    for (const { item } of this.#rows.splice(sentences.length)) item.remove();
  }

  #add(): Row {
    const figure = element('span', { class: 'sentence-score' });
    const words = element('span', { class: 'sentence-text', dir: 'auto' });
    const adds = element('span', { class: 'sentence-adds' });
    const button = element('button', { class: 'sentence', type: 'button' }, figure, words, adds);
    const item = element('li', {}, button);
    const row: Row = { item, figure, words, adds, sentence: { start: 0, end: 0, score: 0 } };
    button.addEventListener('click', () => {
      this.#choose(row.sentence);
    });
    this.#rows.push(row);
    this.#list.append(item);
    return row;
  }
}
