import type { Shape } from '../../../../lib/rows.js';
import { element } from '../../../shared/dom.js';
import type { FilesWords } from '../words/index.js';
import { columnName } from './settings-strip.js';

/** A title whose last word is a choice of columns. */
export class ColumnChoice {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #select: HTMLSelectElement;
  #drawn = '';

  constructor(title: string, words: FilesWords, choose: (column: number) => void) {
    this.#words = words;
    this.#select = element('select', { 'aria-label': title });
    this.#select.addEventListener('change', () => {
      choose(Number(this.#select.value));
    });
    this.root = element('div', { class: 'titled-choice' }, element('h2', {}, title), this.#select);
  }

  show(columns: readonly number[], chosen: number, shape: Shape): void {
    const drawn = JSON.stringify([columns, shape]);
    if (drawn !== this.#drawn) {
      const options = columns.map((column) =>
        element('option', { value: column }, columnName(shape, column, this.#words)),
      );
      this.#select.replaceChildren(...options);
    }
    this.#drawn = drawn;
    this.#select.value = String(chosen);
  }
}
