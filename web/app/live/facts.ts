import { element } from '../dom.js';
import type { EngineFacts, Timing } from '../engine/protocol.js';
import * as format from '../format.js';
import { KERNEL_NAMES } from '../shared/kernels.js';

const rows = {
  time: 'Last reading',
  model: 'Model',
  kernels: 'Kernels',
  bytes: 'Loaded',
  requests: 'Requests since loading',
} as const;

/** The small print under the answer: how it was made, and that nothing went out. */
export class FactLine {
  readonly #values = new Map<keyof typeof rows, HTMLElement>();

  constructor(root: HTMLElement) {
    for (const [key, name] of Object.entries(rows)) {
      const value = element('dd', { id: `fact-${key}` }, '–');
      root.append(element('div', {}, element('dt', {}, name), value));
      // Object.entries forgets that the keys are those of `rows`.
      this.#values.set(key as keyof typeof rows, value);
    }
  }

  showTiming({ milliseconds, runs }: Timing): void {
    const value = this.#values.get('time');
    if (!value) return;
    value.textContent = format.duration(milliseconds);
    value.title =
      runs > 1
        ? `Mean of ${runs} runs: this browser’s clock is too coarse for one.`
        : 'One run, as it happened.';
  }

  showEngine({ choice, kernels }: EngineFacts): void {
    this.#set('model', `${choice.model}, ${choice.precision === 'int8' ? '8 bits' : '32 bits'}`);
    this.#set('kernels', KERNEL_NAMES[kernels]);
  }

  showTraffic(bytes: number, requestsSinceSettled: number): void {
    this.#set('bytes', format.bytes(bytes));
    this.#set(
      'requests',
      requestsSinceSettled === 0 ? '0' : `${requestsSinceSettled}, for files of this page that you asked for`,
    );
  }

  #set(key: keyof typeof rows, text: string): void {
    const value = this.#values.get(key);
    if (value && value.textContent !== text) value.textContent = text;
  }
}
