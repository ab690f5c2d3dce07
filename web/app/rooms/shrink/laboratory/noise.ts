import { element } from '../../../shared/dom.js';
import type { TensorNoise } from '../engine/protocol.js';
import type { LaboratoryWords } from './words/index.js';

/** Decibels of the longest bar: what 8 bits leave of a tensor at best. */
const LONGEST = 50;

/** Signal to noise of each tensor, as bars. */
export class NoiseBars {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #list = element('ul', { class: 'noise-bars' });

  constructor(words: LaboratoryWords) {
    this.#words = words;
    this.root = element(
      'section',
      { class: 'lab-noise', 'aria-labelledby': 'noise-title' },
      element('h2', { id: 'noise-title' }, words.noise),
      this.#list,
      element('p', { class: 'note' }, words.noiseNote),
    );
  }

  show(noise: readonly TensorNoise[]): void {
    this.#list.replaceChildren(
      ...noise.map(({ name, bits, ratio }) => {
        const bar = element('span', { class: 'noise-bar', 'aria-hidden': 'true' });
        bar.style.setProperty('--share', String(Math.min(1, Math.max(0, ratio / LONGEST))));
        return element(
          'li',
          {},
          element('span', { class: 'noise-name' }, name),
          element('span', { class: 'note' }, this.#words.noiseBits(String(bits))),
          bar,
          element('span', { class: 'noise-ratio' }, this.#words.decibels(ratio.toFixed(0).replace('-', '−'))),
        );
      }),
    );
  }
}
