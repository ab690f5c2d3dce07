import type { Shape } from '../../../../lib/rows.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { verdictOf } from '../../../shared/verdict.js';
import type { SharedWords } from '../../../shared/words/index.js';
import { scoreBar } from '../charts/score-bar.js';
import { columnName } from '../view/settings-strip.js';
import type { WholeRow } from '../worker/protocol.js';
import { textColumnOf } from '../worker/columns.js';
import type { FilesWords } from '../words/index.js';

/** One row with its whole text and its other cells. */
export class RowDialog {
  readonly root = element('dialog', { class: 'row-dialog' });

  readonly #words: FilesWords;
  readonly #shared: SharedWords;
  readonly #read: (text: string) => void;

  /** `read` opens a text in the room Read. */
  constructor(words: FilesWords, shared: SharedWords, read: (text: string) => void) {
    this.#words = words;
    this.#shared = shared;
    this.#read = read;
  }

  show(row: WholeRow, shape: Shape): void {
    const words = this.#words;
    const title = element('h2', { id: 'row-dialog-title' }, words.open(format.count(row.row + 1)));
    const close = element('button', { type: 'button' }, words.close);
    close.addEventListener('click', () => {
      this.root.close();
    });
    const buttons = element('div', { class: 'dialog-buttons' }, close);
    if (row.error === undefined) {
      const read = element('button', { type: 'button', class: 'primary' }, words.readHere);
      read.addEventListener('click', () => {
        this.root.close();
        this.#read(row.text);
      });
      buttons.prepend(read);
    }
    this.root.setAttribute('aria-labelledby', 'row-dialog-title');
    this.root.replaceChildren(
      title,
      this.#verdict(row),
      element('p', { class: 'dialog-text', dir: 'auto' }, row.text),
      this.#cells(row, shape),
      buttons,
    );
    this.root.showModal();
  }

  #verdict(row: WholeRow): HTMLElement {
    const { label, score, confidence, error, line = 0 } = row;
    if (label === undefined) {
      return element('p', { class: 'unread' }, `${this.#words.line(format.count(line))}: ${error ?? ''}`);
    }
    const probabilities = { negative: 0, neutral: 0, positive: 0 };
    const verdict = this.#shared.verdict(verdictOf({ label, score, confidence, probabilities, coverage: 1 }));
    const figure = `${verdict}, ${format.score(score)}`;
    return element('p', { class: 'dialog-verdict' }, scoreBar(score), figure);
  }

  #cells({ cells }: WholeRow, shape: Shape): HTMLElement {
    const list = element('dl', { class: 'dialog-cells' });
    cells.forEach((cell, column) => {
      if (column === textColumnOf(shape)) return;
      list.append(
        element('dt', {}, columnName(shape, column, this.#words)),
        element('dd', { dir: 'auto' }, cell),
      );
    });
    return list;
  }
}
