import * as format from '../format.js';

/** The bar under the text field: grows from the middle to the side of the feeling. */
export class Gauge {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** `words` is what a screen reader says of it. */
  show(score: number, words: string): void {
    this.#root.style.setProperty('--score', String(score));
    this.#root.dataset.side = score < 0 ? 'negative' : 'positive';
    this.#root.setAttribute('aria-valuenow', score.toFixed(2));
    this.#root.setAttribute('aria-valuetext', `${format.score(score)}, ${words}`);
  }
}
