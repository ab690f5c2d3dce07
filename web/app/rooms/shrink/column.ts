import type { Kernels, Precision } from '../../../lib/variants.js';
import { shippedBlob, shippedModels } from '../../shared/blobs.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { ProblemBox } from '../../shared/problem.js';
import type { EngineClient } from './engine/client.js';
import type { Choice, EngineFacts, Side } from './engine/protocol.js';
import { nameOf, type Tongue } from './naming.js';

function select(name: string, options: Readonly<Record<string, string>>): HTMLSelectElement {
  const made = element('select', { 'aria-label': name });
  for (const [value, text] of Object.entries(options)) made.append(element('option', { value }, text));
  return made;
}

/** One side of the comparison: three choices, and the engine that they lead to. */
export class Column {
  readonly root: HTMLElement;
  facts: EngineFacts | undefined;
  readonly #tongue: Tongue;
  readonly #client: EngineClient;
  readonly #side: Side;
  readonly #changed: () => void;
  readonly #model: HTMLSelectElement;
  readonly #precision: HTMLSelectElement;
  readonly #kernels: HTMLSelectElement;
  readonly #state = element('p', { class: 'column-state' });
  readonly #problem: ProblemBox;
  #loading = 0;

  /** `changed` is called when the column has another engine, or has lost hope of it. */
  constructor(tongue: Tongue, client: EngineClient, side: Side, initial: Choice, changed: () => void) {
    this.#tongue = tongue;
    this.#client = client;
    this.#side = side;
    this.#changed = changed;
    const { words, shared } = tongue;
    const names = shippedModels();
    const where = words.sides[side];
    this.#model = select(words.model(where), Object.fromEntries(names.map((name) => [name, name])));
    this.#precision = select(words.precision(where), words.precisions);
    this.#kernels = select(words.kernelsOf(where), { best: words.fastest, ...shared.kernels });
    this.#problem = new ProblemBox(shared);
    this.root = element(
      'div',
      { class: 'column', 'data-side': side, role: 'group', 'aria-label': words.column(where) },
      this.#model,
      this.#precision,
      this.#kernels,
      this.#state,
      this.#problem.root,
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
    const { words, shared } = this.#tongue;
    const name = nameOf(choice, this.#tongue);
    const running = ({ kernels }: EngineFacts): string => words.running(shared.kernels[kernels]);
    this.#state.textContent = words.loading(name, format.bytes(this.bytes));
    try {
      const facts = await this.#client.ask({ kind: 'load', side: this.#side, choice }, (update) => {
        if (update.kind === 'progress' && turn === this.#loading) {
          this.#state.textContent = words.arriving(
            name,
            format.bytes(update.loaded),
            format.bytes(this.bytes),
          );
        }
      });
      this.facts = facts;
      // A newer choice may have been made meanwhile; then its load speaks for the column, or if it fails, this one stays.
      if (turn !== this.#loading) return;
      this.#state.textContent = running(facts);
    } catch (error) {
      if (turn !== this.#loading) return;
      const before = this.facts;
      if (before) this.#choose(before.choice);
      this.#state.textContent = before ? running(before) : words.nothingLoaded;
      this.#problem.show(
        error,
        before ? words.keeps(name, nameOf(before.choice, this.#tongue)) : words.staysEmpty(name),
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
