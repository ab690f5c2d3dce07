import type { Sentiment } from '../../../../lib/types.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { Tongue } from './naming.js';
import { said } from './said.js';

const SHOWN = 12;

/** One text, and what both models say of it. */
export interface Compared {
  text: string;
  original: Sentiment;
  made: Sentiment;
}

/** The texts with another label, the widest apart first. */
export function changedWorstFirst(all: readonly Compared[]): Compared[] {
  const apart = ({ original, made }: Compared): number => Math.abs(original.score - made.score);
  return all
    .filter(({ original, made }) => original.label !== made.label)
    .sort((a, b) => apart(b) - apart(a));
}

/** The answers that changed, worst first, both scores side by side. */
export class Changes {
  readonly root: HTMLElement;
  readonly #tongue: Tongue;
  readonly #list = element('ul', { class: 'changed-answers' });
  readonly #note = element('p', { class: 'note' });

  constructor(tongue: Tongue) {
    this.#tongue = tongue;
    this.root = element(
      'section',
      { class: 'lab-changes', 'aria-labelledby': 'changes-title' },
      element('h2', { id: 'changes-title' }, tongue.words.changes),
      this.#list,
      this.#note,
    );
  }

  /** `madeName` is what the made model is called. */
  show(all: readonly Compared[], madeName: string): void {
    const { words, shared } = this.#tongue;
    const changed = changedWorstFirst(all);
    const hidden = changed.length - SHOWN;
    this.#list.replaceChildren(
      ...changed
        .slice(0, SHOWN)
        .map(({ text, original, made }) =>
          element(
            'li',
            {},
            element('p', { dir: 'auto' }, text),
            said(words.original, original, shared),
            said(madeName, made, shared),
          ),
        ),
    );
    this.#note.textContent =
      changed.length === 0 ? words.noChanges : hidden > 0 ? words.andMore(format.count(hidden)) : '';
  }
}
