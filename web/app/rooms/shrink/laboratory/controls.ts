import { element } from '../../../shared/dom.js';
import {
  CHOICE_NAMES,
  CHOICES,
  choiceOf,
  type ChoiceName,
  FEWEST_BITS,
  MOST_BITS,
  type Setting,
} from './setting.js';
import type { LaboratoryWords } from './words/index.js';

/** The slider of bits, and the other settings folded away. */
export class Controls {
  readonly root: HTMLElement;
  readonly #slider: HTMLInputElement;
  readonly #figure = element('output', { class: 'bits-figure', for: 'bits', 'aria-hidden': 'true' });
  readonly #choices = new Map<ChoiceName, HTMLSelectElement>();

  constructor(words: LaboratoryWords, initial: Setting, changed: () => void) {
    this.#slider = element('input', { id: 'bits', type: 'range', min: FEWEST_BITS, max: MOST_BITS, step: 1 });
    this.#slider.value = String(initial.bits);
    const settings = element('details', { class: 'settings' }, element('summary', {}, words.settings));
    for (const name of CHOICE_NAMES) {
      const select = element('select', { id: `setting-${name}` });
      const { [name]: said } = words;
      for (const value of CHOICES[name]) {
        const text =
          typeof said === 'function' ? said(value) : (said as Readonly<Record<string, string>>)[value]!;
        select.append(element('option', { value }, text));
      }
      select.value = initial[name];
      if (select.selectedIndex > 0) settings.open = true;
      this.#choices.set(name, select);
      settings.append(element('label', { for: `setting-${name}` }, words.names[name]), select);
    }
    this.root = element(
      'div',
      { class: 'controls' },
      element('label', { for: 'bits', class: 'bits-label' }, words.bits),
      this.#figure,
      this.#slider,
      element(
        'p',
        { class: 'bits-ends note' },
        element('span', {}, `← ${words.fewer}`),
        element('span', {}, `${words.more} →`),
      ),
      settings,
    );
    const tell = (): void => {
      this.#figure.textContent = this.#slider.value;
      changed();
    };
    this.#figure.textContent = this.#slider.value;
    this.#slider.addEventListener('input', tell);
    settings.addEventListener('change', tell);
  }

  get setting(): Setting {
    const choice = <Name extends ChoiceName>(name: Name): Setting[Name] =>
      choiceOf(name, this.#choices.get(name)!.value) as Setting[Name];
    return {
      bits: Number(this.#slider.value),
      scheme: choice('scheme'),
      granularity: choice('granularity'),
      range: choice('range'),
      rounding: choice('rounding'),
      prune: choice('prune'),
    };
  }
}
