import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { verdictOf } from '../../../shared/verdict.js';
import type { SharedWords } from '../../../shared/words/index.js';
import type { Sentiment } from '../../../../lib/types.js';
import { type Compared, hasChanged, worstFirst } from './outcome.js';
import type { LaboratoryWords } from './words/index.js';

const SHOWN = 12;
/** Of a long text as much as one sees at a glance. */
const LONGEST = 160;

/** The answers that changed, worst first, both scores side by side. */
export class Changes {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #shared: SharedWords;
  readonly #list = element('ul', { class: 'changed-answers' });
  readonly #note = element('p', { class: 'note' });

  constructor(words: LaboratoryWords, shared: SharedWords) {
    this.#words = words;
    this.#shared = shared;
    this.root = element(
      'section',
      { class: 'lab-changes', 'aria-labelledby': 'changes-title' },
      element('h2', { id: 'changes-title' }, words.changes),
      this.#list,
      this.#note,
    );
  }

  show(all: readonly Compared[], bits: number): void {
    const worst = worstFirst(all);
    const shown = worst.filter((one, i) => i < SHOWN || one.own);
    const changed = worst.filter((one) => !one.own && hasChanged(one)).length;
    const hidden = worst.length - shown.length;
    this.#list.replaceChildren(...shown.map((one) => this.#item(one, bits)));
    this.#note.textContent =
      changed === 0 ? this.#words.noChanges : hidden > 0 ? this.#words.andMore(format.count(hidden)) : '';
  }

  #item({ text, own, float, quantized }: Compared, bits: number): HTMLElement {
    const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    const name = own ? [element('strong', { class: 'own' }, this.#words.own), ' '] : [];
    return element(
      'li',
      own ? { 'data-own': '' } : {},
      element('p', { dir: 'auto' }, ...name, cut),
      this.#side(this.#words.original, float),
      this.#side(this.#words.quantized(bits), quantized),
    );
  }

  #side(name: string, reading: Sentiment): HTMLElement {
    const verdict = verdictOf(reading);
    return element(
      'p',
      { class: 'said' },
      element('span', { class: 'note' }, name),
      element('strong', { 'data-label': verdict.kind }, this.#shared.verdict(verdict)),
      element('span', {}, format.score(reading.score)),
    );
  }
}
