import { shippedBlob, shippedModels } from '../../../shared/blobs.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { LaboratoryWords } from './words/index.js';

/** The model that is loaded when the room opens: it is made anew between two steps of a slider. */
export const FIRST_MODEL = 'nano';

/** Models that can be made smaller here: those that the page has in floats, the first one first. */
export function models(): string[] {
  const there = shippedModels().filter((model) => shippedBlob(model, 'float') !== undefined);
  return [...there].sort((a, b) => Number(b === FIRST_MODEL) - Number(a === FIRST_MODEL));
}

export const floatBytes = (model: string): string => format.bytes(shippedBlob(model, 'float')?.bytes ?? 0);

/** Which model is taken apart. One that was not loaded before is loaded on a button that says how much that is. */
export class ModelChoice {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #select = element('select', { id: 'model' });
  readonly #offer = element('div', { class: 'offer', hidden: '' });
  readonly #taken: (model: string) => void;
  readonly #loaded = new Set([FIRST_MODEL]);
  #current = FIRST_MODEL;

  /** `taken` is called with a model that is to be opened. */
  constructor(words: LaboratoryWords, wanted: string | null, taken: (model: string) => void) {
    this.#words = words;
    this.#taken = taken;
    for (const model of models())
      this.#select.append(element('option', { value: model }, words.modelOption(model, floatBytes(model))));
    this.root = element(
      'div',
      { class: 'model-choice' },
      element('label', { for: 'model' }, words.model),
      this.#select,
      this.#offer,
    );
    this.#select.addEventListener('change', () => {
      this.#choose();
    });
    if (wanted !== null && models().includes(wanted) && wanted !== FIRST_MODEL) {
      this.#select.value = wanted;
      this.#choose();
    }
  }

  get value(): string {
    return this.#select.value;
  }

  /** That model stands open now: what the control says, whatever was chosen. */
  opened(model: string): void {
    this.#current = model;
    this.#loaded.add(model);
    if (this.#offer.hidden) this.#select.value = model;
  }

  /** As if it had been chosen. */
  choose(model: string): void {
    if (this.#select.value === model) return;
    this.#select.value = model;
    this.#choose();
  }

  #choose(): void {
    const model = this.#select.value;
    this.#offer.hidden = this.#loaded.has(model);
    if (this.#offer.hidden) {
      this.#taken(model);
      return;
    }
    const button = element(
      'button',
      { type: 'button', class: 'primary' },
      this.#words.offer(model, floatBytes(model)),
    );
    button.addEventListener('click', () => {
      this.#offer.hidden = true;
      this.#select.focus();
      this.#taken(model);
    });
    const note = element('p', { class: 'note' }, this.#words.offerNote(this.#current));
    this.#offer.replaceChildren(button, note);
  }
}
