import { element } from '../../../shared/dom.js';
import { choiceName, type Tongue } from './naming.js';
import { CHOICE_NAMES, CHOICES, choiceOf, type ChoiceName, type Setting, SLIDERS } from './setting.js';
import { Slider } from './slider.js';

/** Where there is room beside the pictures, all settings are seen at once. */
const ROOMY = '(min-width: 64rem)';

/** The slider of bits, the switch to the trained model, and the other settings folded away where there is no room. */
export class Controls {
  readonly root: HTMLElement;
  readonly #bits: Slider;
  readonly #prune: Slider;
  readonly #neurons: Slider;
  readonly #trained = element('input', { id: 'trained', type: 'checkbox' });
  readonly #choices = new Map<ChoiceName, HTMLSelectElement>();
  readonly #kernelsNote = element('p', { class: 'note' });

  /** `model` is the control of the model, which stands among these; `changed` is called at every step of any other. */
  constructor(tongue: Tongue, initial: Setting, model: HTMLElement, changed: () => void) {
    const { words } = tongue;
    this.#bits = new Slider('bits', words.bits, initial.bits, String);
    this.#prune = new Slider('prune', words.names.prune, initial.prune, words.share);
    this.#neurons = new Slider('neurons', words.names.neurons, initial.neurons, words.share);
    const settings = element('details', { class: 'settings' }, element('summary', {}, words.settings));
    for (const { label, output, input } of [this.#prune, this.#neurons])
      settings.append(element('div', { class: 'setting-head' }, label, output), input);
    for (const name of CHOICE_NAMES) {
      const select = element('select', { id: `setting-${name}` });
      for (const value of CHOICES[name])
        select.append(element('option', { value }, choiceName(name, value, tongue)));
      this.#choices.set(name, select);
      settings.append(element('label', { for: `setting-${name}` }, words.names[name]), select);
    }
    settings.append(this.#kernelsNote);
    this.#bits.label.className = 'bits-label';
    this.#bits.output.className = 'bits-figure';
    this.root = element(
      'div',
      { class: 'controls' },
      this.#bits.label,
      this.#bits.output,
      this.#bits.input,
      element(
        'p',
        { class: 'bits-ends note' },
        element('span', {}, `← ${words.fewer}`),
        element('span', {}, `${words.more} →`),
      ),
      element('label', { class: 'switch', for: 'trained' }, this.#trained, words.trained),
      element('p', { class: 'note' }, words.trainedHint),
      model,
      settings,
    );
    this.setting = initial;
    settings.open = matchMedia(ROOMY).matches || this.#isUnusual(initial);
    this.root.addEventListener('input', (event) => {
      if (model.contains(event.target as Node)) return;
      this.#dim();
      changed();
    });
  }

  get setting(): Setting {
    const choice = <Name extends ChoiceName>(name: Name): Setting[Name] =>
      choiceOf(name, this.#choices.get(name)!.value) as Setting[Name];
    return {
      trained: this.#trained.checked,
      bits: this.#bits.value,
      prune: this.#prune.value,
      neurons: this.#neurons.value,
      scheme: choice('scheme'),
      granularity: choice('granularity'),
      range: choice('range'),
      rounding: choice('rounding'),
      kernels: choice('kernels'),
    };
  }

  set setting(setting: Setting) {
    this.#trained.checked = setting.trained;
    this.#bits.value = setting.bits;
    this.#prune.value = setting.prune;
    this.#neurons.value = setting.neurons;
    for (const name of CHOICE_NAMES) this.#choices.get(name)!.value = setting[name];
    this.#dim();
  }

  /** What the made model came to: its bits where it was trained for some, and what runs it. */
  tell(bits: string, kernelsNote: string): void {
    if (this.#trained.checked) this.#bits.output.textContent = bits;
    this.#kernelsNote.textContent = kernelsNote;
  }

  /** A model that was trained for its widths has no others. */
  #dim(): void {
    const trained = this.#trained.checked;
    for (const { input } of [this.#bits, this.#prune, this.#neurons]) input.disabled = trained;
    for (const [name, select] of this.#choices) select.disabled = trained && name !== 'kernels';
    if (!trained) this.#bits.output.textContent = String(this.#bits.value);
  }

  #isUnusual(setting: Setting): boolean {
    return (
      setting.prune !== SLIDERS.prune.start ||
      setting.neurons !== SLIDERS.neurons.start ||
      CHOICE_NAMES.some((name) => setting[name] !== CHOICES[name][0])
    );
  }
}
