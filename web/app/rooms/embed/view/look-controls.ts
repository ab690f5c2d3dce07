import { choice } from '../../../shared/choice.js';
import { element } from '../../../shared/dom.js';
import {
  AS_DELIVERED,
  type Colour,
  COLOURS,
  type EmbedSettings,
  type Length,
  LENGTHS,
  type Look,
  MODELS,
  REACH,
} from '../settings.js';
import type { EmbedWords } from '../words/index.js';

type Change = (changed: Partial<EmbedSettings>) => void;

/** A control with its name above it. */
function named(name: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'choice' }, element('span', {}, name), control);
}

/** What may be changed about the element. */
export class LookControls {
  readonly root: HTMLElement;
  readonly #change: Change;
  readonly #model: HTMLElement;
  readonly #colours = new Map<Colour, HTMLInputElement>();
  readonly #lengths = new Map<Length, HTMLInputElement>();
  readonly #label = element('input', { type: 'checkbox' });
  readonly #reset: HTMLButtonElement;
  #look: Look = AS_DELIVERED;

  constructor(words: EmbedWords, change: Change) {
    this.#change = change;
    const models = MODELS.map((model) => [model, words.models[model]] as const);
    this.#model = choice(words.model, models, MODELS[0], (model) => {
      change({ model });
    });
    for (const name of COLOURS) this.#colours.set(name, this.#colourOf(name));
    for (const name of LENGTHS) this.#lengths.set(name, this.#lengthOf(name));
    this.#label.addEventListener('change', () => {
      this.#wear({ hasLabel: this.#label.checked });
    });
    this.#reset = element('button', { type: 'button', class: 'chip' }, words.reset);
    this.#reset.addEventListener('click', () => {
      this.#wear(AS_DELIVERED);
    });
    const colours = [...this.#colours].map(([name, input]) => named(words.colours[name], input));
    const lengths = [...this.#lengths].map(([name, input]) => named(words.lengths[name], input));
    this.root = element(
      'section',
      { class: 'embed-controls', 'aria-label': words.settings },
      this.#model,
      element('div', { class: 'embed-colours' }, ...colours),
      element('div', { class: 'embed-lengths' }, ...lengths),
      element(
        'div',
        { class: 'embed-last' },
        element('label', { class: 'check' }, this.#label, element('span', {}, words.label)),
        this.#reset,
      ),
    );
  }

  show({ model, look }: EmbedSettings): void {
    this.#look = look;
    const select = this.#model.querySelector('select');
    if (select) select.value = model;
    for (const [name, input] of this.#colours) input.value = look.colours[name];
    for (const [name, input] of this.#lengths) input.value = String(look.lengths[name]);
    this.#label.checked = look.hasLabel;
    this.#reset.disabled = JSON.stringify(look) === JSON.stringify(AS_DELIVERED);
  }

  #colourOf(name: Colour): HTMLInputElement {
    const input = element('input', { type: 'color' });
    input.addEventListener('input', () => {
      this.#wear({ colours: { ...this.#look.colours, [name]: input.value } });
    });
    return input;
  }

  #lengthOf(name: Length): HTMLInputElement {
    const { least, most, step } = REACH[name];
    const input = element('input', { type: 'range', min: least, max: most, step });
    input.addEventListener('input', () => {
      this.#wear({ lengths: { ...this.#look.lengths, [name]: Number(input.value) } });
    });
    return input;
  }

  #wear(changed: Partial<Look>): void {
    this.#change({ look: { ...this.#look, ...changed } });
  }
}
