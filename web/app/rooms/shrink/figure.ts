import { element } from '../../shared/dom.js';
import { sides, type Side } from './engine/protocol.js';

/**
 * One line of the comparison: what is compared, a value a column, and a sentence that says what it means.
 * What belongs to both columns, a drawing or a button, goes into `both`.
 */
export class Figure {
  readonly root: HTMLElement;
  readonly both = element('div', { class: 'both' });
  readonly #names: Record<Side, HTMLElement> = {
    left: element('p', { class: 'cell-name' }),
    right: element('p', { class: 'cell-name' }),
  };
  readonly #values: Record<Side, HTMLElement> = { left: element('div'), right: element('div') };
  readonly #meaning: HTMLElement;

  constructor(id: string, title: string, meaning: string) {
    this.#meaning = element('p', { class: 'meaning' }, meaning);
    this.root = element(
      'section',
      { class: 'figure', id, 'aria-labelledby': `${id}-title` },
      element('h3', { id: `${id}-title` }, title),
      ...sides.map((side) =>
        element('div', { class: 'cell', 'data-side': side }, this.#names[side], this.#values[side]),
      ),
      this.both,
      this.#meaning,
    );
  }

  /** Says over each value whose it is. */
  name(names: Record<Side, string>): void {
    for (const side of sides) this.#names[side].textContent = names[side];
  }

  /** A value with a bar under it, `share` of the longer of the two bars. */
  show(side: Side, value: string, note = '', share?: number): void {
    const parts: HTMLElement[] = [element('p', { class: 'value' }, value)];
    if (share !== undefined) {
      const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.setProperty('--share', String(share));
      parts.push(bar);
    }
    if (note) parts.push(element('p', { class: 'value-note' }, note));
    this.put(side, ...parts);
  }

  /** Anything else in a column's place. */
  put(side: Side, ...parts: HTMLElement[]): void {
    this.#values[side].replaceChildren(...parts);
  }

  /** Nothing to show yet on that side; a note keeps the room of the one that comes. */
  wait(side: Side, note = ''): void {
    this.show(side, '–', note);
  }

  /** The sentence below the values. */
  mean(sentence: string): void {
    this.#meaning.textContent = sentence;
  }
}
