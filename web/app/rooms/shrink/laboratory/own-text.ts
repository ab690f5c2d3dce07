import type { Sentiment } from '../../../../lib/types.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { Reading } from '../engine/protocol.js';
import type { Tongue } from './naming.js';
import { said } from './said.js';

/** Longest text that is read at every key press; the slowest build needs seconds for a megabyte. */
const LONGEST = 20_000;

/** What is read until the visitor has written anything. */
const FIRST_TEXT = 'The acting is superb, but the story never comes alive.';

/** The visitor's own text, and what both models say of it. */
export class OwnText {
  readonly root: HTMLElement;
  readonly #tongue: Tongue;
  readonly #field = element('textarea', {
    id: 'own-text',
    rows: 2,
    spellcheck: 'false',
    autocomplete: 'off',
    dir: 'auto',
  });
  readonly #answers = element('div', { class: 'own-answers' });
  readonly #cut = element('p', { class: 'note', hidden: '' });

  /** `written` is called with the whole text when the visitor has changed it. */
  constructor(tongue: Tongue, initial: string | undefined, written: (text: string) => void) {
    this.#tongue = tongue;
    this.#field.value = initial ?? FIRST_TEXT;
    this.#cut.textContent = tongue.words.ownNote(format.count(LONGEST));
    this.#cut.hidden = this.#field.value.length <= LONGEST;
    this.#field.addEventListener('input', () => {
      this.#cut.hidden = this.#field.value.length <= LONGEST;
      written(this.#field.value);
    });
    this.root = element(
      'section',
      { class: 'lab-own', 'aria-labelledby': 'own-title' },
      element('h2', { id: 'own-title' }, element('label', { for: 'own-text' }, tongue.words.own)),
      this.#field,
      this.#cut,
      this.#answers,
    );
  }

  /** As much of it as is read. */
  get text(): string {
    return this.#field.value.slice(0, LONGEST);
  }

  show({ original, made, time }: Reading, madeName: string): void {
    const { words, shared } = this.#tongue;
    const side = (name: string, answer: Sentiment, milliseconds: number): HTMLElement => {
      const line = said(name, answer, shared);
      line.append(element('span', { class: 'note' }, words.took(format.duration(milliseconds))));
      return line;
    };
    this.#answers.replaceChildren(
      side(words.original, original, time.original),
      side(madeName, made, time.made),
    );
  }
}
