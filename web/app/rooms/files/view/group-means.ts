import type { Shape } from '../../../../lib/rows.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { scoreBar } from '../charts/score-bar.js';
import { meanOf } from '../tally/groups.js';
import type { GroupMean, Summary } from '../tally/tally.js';
import type { FilesWords } from '../words/index.js';
import { ColumnChoice } from './column-choice.js';
import { meanText } from './distribution.js';

/** The mean score of each value of a column. */
export class GroupMeans {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #column: ColumnChoice;
  readonly #list = element('ul', { class: 'means' });
  readonly #note = element('p', { class: 'note' });

  constructor(words: FilesWords, choose: (column: number) => void) {
    this.#words = words;
    this.#column = new ColumnChoice(words.by, words, choose);
    this.root = element('section', { class: 'card', hidden: '' }, this.#column.root, this.#list, this.#note);
  }

  show({ groups, groupable }: Summary, shape: Shape): void {
    this.root.hidden = !groups;
    if (!groups) return;
    const { values, total, column } = groups;
    this.#column.show(groupable, column, shape);
    this.#list.replaceChildren(...values.map((group) => this.#row(group)));
    const isCut = total > values.length;
    const margin = this.#words.margin;
    this.#note.textContent = isCut
      ? `${this.#words.ofAll(format.count(values.length), format.count(total))} ${margin}`
      : margin;
  }

  #row(group: GroupMean): HTMLElement {
    const mean = meanOf(group);
    return element(
      'li',
      {},
      element('span', { class: 'mean-name' }, group.value || this.#words.emptyValue),
      scoreBar(mean.mean),
      element('span', { class: 'mean-figure' }, meanText(this.#words, mean)),
      element('span', { class: 'mean-count' }, this.#words.rows(format.count(group.count))),
    );
  }
}
