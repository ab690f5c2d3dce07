import { element } from '../../../shared/dom.js';
import { SLIDERS, type SliderName } from './setting.js';

/** A slider with its name and its value. */
export class Slider {
  readonly input: HTMLInputElement;
  readonly label: HTMLLabelElement;
  readonly output: HTMLOutputElement;
  readonly #say: (value: string) => string;

  /** `say` is what the value is called. */
  constructor(name: SliderName, title: string, initial: number, say: (value: string) => string) {
    const { least, most, step } = SLIDERS[name];
    this.#say = say;
    this.input = element('input', { id: name, type: 'range', min: least, max: most, step });
    this.label = element('label', { for: name }, title);
    this.output = element('output', { for: name, 'aria-hidden': 'true' });
    this.value = initial;
    this.input.addEventListener('input', () => {
      this.#tell();
    });
  }

  get value(): number {
    return Number(this.input.value);
  }

  set value(value: number) {
    this.input.value = String(value);
    this.#tell();
  }

  #tell(): void {
    const said = this.#say(this.input.value);
    this.output.textContent = said;
    this.input.setAttribute('aria-valuetext', said);
  }
}
