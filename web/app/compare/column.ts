import type { Kernels, Precision } from '../../lib/variants.js';
import { element } from '../dom.js';
import type { EngineClient } from '../engine/client.js';
import type { Choice, EngineFacts } from '../engine/protocol.js';
import { shippedBlob, shippedModels } from '../engine/shipped.js';
import * as format from '../format.js';
import { KERNEL_NAMES } from '../shared/kernels.js';
import { ProblemBox } from '../problem.js';
import type { Side } from './figure.js';

const precisionNames: Record<Precision, string> = { int8: '8-bit (int8)', float: '32-bit (float)' };
const kernelChoices: Record<Kernels | 'best', string> = {
  best: 'fastest kernels',
  relaxed: KERNEL_NAMES.relaxed,
  simd: KERNEL_NAMES.simd,
  scalar: KERNEL_NAMES.scalar,
};

function select(name: string, options: Readonly<Record<string, string>>): HTMLSelectElement {
  const made = element('select', { 'aria-label': name });
  for (const [value, text] of Object.entries(options)) made.append(element('option', { value }, text));
  return made;
}

/** What a column holds, in a few words: "small, 8-bit". */
export function nameOf({ model, precision, kernels }: Choice): string {
  const bits = precision === 'int8' ? '8-bit' : '32-bit';
  return kernels === 'best' ? `${model}, ${bits}` : `${model}, ${bits}, ${KERNEL_NAMES[kernels]}`;
}

/** One side of the comparison: three choices, and the engine that they lead to. */
export class Column {
  readonly root: HTMLElement;
  facts: EngineFacts | undefined;
  readonly #client: EngineClient;
  readonly #side: Side;
  readonly #changed: () => void;
  readonly #model: HTMLSelectElement;
  readonly #precision: HTMLSelectElement;
  readonly #kernels: HTMLSelectElement;
  readonly #state = element('p', { class: 'column-state', 'aria-live': 'polite' });
  readonly #problem: ProblemBox;
  #loading = 0;

  /** `changed` is called when the column has another engine, or has lost hope of it. */
  constructor(client: EngineClient, side: Side, initial: Choice, changed: () => void) {
    this.#client = client;
    this.#side = side;
    this.#changed = changed;
    const names = shippedModels();
    this.#model = select(`Model, ${side}`, Object.fromEntries(names.map((name) => [name, name])));
    this.#precision = select(`Precision, ${side}`, precisionNames);
    this.#kernels = select(`Kernels, ${side}`, kernelChoices);
    const box = element('div', { class: 'problem', role: 'alert', hidden: '' });
    this.#problem = new ProblemBox(box);
    this.root = element(
      'div',
      { class: 'column', 'data-side': side, role: 'group', 'aria-label': `${side} column` },
      this.#model,
      this.#precision,
      this.#kernels,
      this.#state,
      box,
    );
    this.#choose(initial);
    for (const control of [this.#model, this.#precision, this.#kernels]) {
      control.addEventListener('change', () => {
        this.#describeOptions();
        void this.load();
      });
    }
  }

  /** What the three controls say. */
  get choice(): Choice {
    return {
      model: this.#model.value,
      // The values are the keys of the records above.
      precision: this.#precision.value as Precision,
      kernels: this.#kernels.value as Kernels | 'best',
    };
  }

  /** Size of the blob that the controls name. */
  get bytes(): number {
    return shippedBlob(this.choice.model, this.choice.precision)?.bytes ?? 0;
  }

  /** Loads what is chosen; if that fails, the column keeps what it had and says so. */
  async load(): Promise<void> {
    const choice = this.choice;
    const turn = ++this.#loading;
    this.#problem.clear();
    this.#state.textContent = `Loading ${nameOf(choice)}, ${format.bytes(this.bytes)}…`;
    try {
      const facts = await this.#client.ask({ kind: 'load', place: this.#side, choice }, (update) => {
        if (update.kind === 'progress' && turn === this.#loading) {
          this.#state.textContent = `Loading ${nameOf(choice)}: ${format.bytes(update.loaded)} of ${format.bytes(this.bytes)}`;
        }
      });
      this.facts = facts;
      // A newer choice may have been made meanwhile; then its load speaks for the column, or if it fails, this one stays.
      if (turn !== this.#loading) return;
      this.#state.textContent = `Running on ${KERNEL_NAMES[facts.kernels]} kernels.`;
    } catch (error) {
      if (turn !== this.#loading) return;
      const before = this.facts;
      if (before) this.#choose(before.choice);
      this.#state.textContent = before
        ? `Running on ${KERNEL_NAMES[before.kernels]} kernels.`
        : 'Nothing loaded.';
      this.#problem.show(
        error,
        before
          ? `${nameOf(choice)} could not be loaded; the column keeps ${nameOf(before.choice)}.`
          : `${nameOf(choice)} could not be loaded; the column stays empty.`,
        () => {
          this.#choose(choice);
          void this.load();
        },
      );
    }
    this.#changed();
  }

  #choose({ model, precision, kernels }: Choice): void {
    this.#model.value = model;
    this.#precision.value = precision;
    this.#kernels.value = kernels;
    this.#describeOptions();
  }

  /** Sizes in the list of models; a precision that a model does not come in cannot be chosen. */
  #describeOptions(): void {
    const { model, precision } = this.choice;
    for (const option of this.#precision.options) {
      option.disabled = shippedBlob(model, option.value as Precision) === undefined;
    }
    for (const option of this.#model.options) {
      const blob = shippedBlob(option.value, precision);
      option.textContent = blob ? `${option.value} (${format.bytes(blob.bytes)})` : option.value;
      option.disabled = blob === undefined;
    }
  }
}
