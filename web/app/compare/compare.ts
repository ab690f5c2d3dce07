import './compare.css';
import { texts } from 'virtual:behaviour';
import { points } from 'virtual:results';
import { byId, element } from '../dom.js';
import type { EngineClient } from '../engine/client.js';
import { Latest } from '../engine/latest.js';
import type { Choice } from '../engine/protocol.js';
import { shippedModels } from '../engine/shipped.js';
import * as format from '../format.js';
import { AccuracyFigure } from './accuracy.js';
import { AgreementFigure } from './agreement.js';
import { AnswerFigure } from './answer.js';
import { chartSentence } from './chart-sentence.js';
import { Column, nameOf } from './column.js';
import { sides } from './figure.js';
import type { Side } from './figure.js';
import { LatencyFigure } from './latency.js';
import type { Pair } from './naming.js';
import { BlobFigure, LoadFigure, ModuleFigure } from './sizes.js';
import { SpeedFigure } from './speed.js';
import { Summary } from './summary.js';
import { tradeoff } from './tradeoff.js';

/** Longest text that both columns read at every key press; the slowest build needs seconds for a megabyte. */
const longest = 20_000;

/** Two engines side by side on the text of the field. */
export class Compare {
  readonly #client: EngineClient;
  readonly #field: HTMLTextAreaElement;
  readonly #mirror = element('textarea', {
    id: 'compare-text',
    rows: 2,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #cut = element('p', { class: 'note', hidden: '' });
  readonly #columns: Record<Side, Column>;
  readonly #start = element('button', { type: 'button', class: 'primary' });
  readonly #answer = new AnswerFigure();
  readonly #blob = new BlobFigure();
  readonly #module = new ModuleFigure();
  readonly #load = new LoadFigure();
  readonly #latency = new LatencyFigure();
  readonly #accuracy = new AccuracyFigure();
  readonly #speed: SpeedFigure;
  readonly #agreement: AgreementFigure;
  readonly #figures = [
    this.#answer.figure,
    this.#blob.figure,
    this.#module.figure,
    this.#load.figure,
    this.#latency.figure,
  ];
  readonly #summary = new Summary();
  readonly #list = element('div', { class: 'figures', hidden: '' });
  readonly #reader = new Latest<string>((text) => this.#read(text));

  /** `loaded` is what Live runs: a column that wants the same shares it, so it needs no download. */
  constructor(client: EngineClient, field: HTMLTextAreaElement, loaded: Choice | undefined) {
    this.#client = client;
    this.#field = field;
    const model = shippedModels()[0] ?? 'small';
    const column = (side: Side, precision: Choice['precision']): Column =>
      new Column(client, side, { model, precision, kernels: 'best' }, () => {
        this.#changed();
      });
    this.#columns = { left: column('left', 'int8'), right: column('right', 'float') };
    this.#speed = new SpeedFigure(client, texts, (speeds) => {
      this.#summary.add({ speeds });
    });
    this.#agreement = new AgreementFigure(client, texts);
    this.#figures.push(this.#speed.figure, this.#agreement.figure, this.#accuracy.figure);
    this.#build();
    this.#listen();
    if (loaded?.model === model && loaded.precision === 'int8') void this.#columns.left.load();
  }

  #build(): void {
    const { left, right } = this.#columns;
    this.#start.textContent = `Compare: load the 32-bit model (${format.bytes(right.bytes)})`;
    this.#list.append(this.#summary.root, ...this.#figures.map(({ root }) => root));
    byId('compare-body', HTMLElement).append(
      element(
        'div',
        { class: 'compare-field' },
        element('label', { for: 'compare-text', class: 'small-title' }, 'The text that both columns read'),
        this.#mirror,
        this.#cut,
      ),
      element('div', { class: 'columns' }, left.root, right.root),
      this.#start,
      this.#list,
      tradeoff(points, chartSentence(points)),
    );
  }

  #listen(): void {
    this.#mirror.value = this.#field.value;
    this.#mirror.addEventListener('input', () => {
      this.#field.value = this.#mirror.value;
      this.#field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    this.#field.addEventListener('input', () => {
      if (this.#mirror.value !== this.#field.value) this.#mirror.value = this.#field.value;
      this.#refresh();
    });
    this.#start.addEventListener('click', () => {
      this.#start.disabled = true;
      const empty = sides.map((side) => this.#columns[side]).filter(({ facts }) => !facts);
      void Promise.all(empty.map((column) => column.load())).then(() => {
        this.#start.disabled = false;
      });
    });
  }

  #pair(): Pair | undefined {
    const left = this.#columns.left.facts;
    const right = this.#columns.right.facts;
    return left && right ? { left, right } : undefined;
  }

  /** A column has another engine: everything measured before is about another pair. */
  #changed(): void {
    const pair = this.#pair();
    this.#list.hidden = pair === undefined;
    this.#start.hidden = pair !== undefined;
    this.#answer.clear();
    this.#latency.clear();
    this.#speed.clear(pair);
    this.#agreement.clear();
    if (!pair) return;
    const names = { left: nameOf(pair.left.choice), right: nameOf(pair.right.choice) };
    for (const figure of this.#figures) figure.name(names);
    this.#blob.show(pair);
    this.#module.show(pair);
    this.#load.show(pair);
    this.#accuracy.show(pair);
    this.#refresh();
    this.#summary.begin(pair);
    void this.#agreement.run(pair).then((agreement) => {
      if (agreement) this.#summary.add({ agreement });
    });
  }

  #refresh(): void {
    const text = this.#field.value;
    this.#cut.hidden = text.length <= longest;
    this.#cut.textContent = `Both columns read the first ${format.count(longest)} characters of this long text.`;
    if (this.#pair()) this.#reader.push(text.slice(0, longest));
  }

  async #read(text: string): Promise<void> {
    const pair = this.#pair();
    try {
      await this.#client.ask({ kind: 'read', places: ['left', 'right'], text }, (update) => {
        if (update.kind === 'reading' && update.place !== 'live') {
          this.#answer.show(update.place, update.reading, pair);
        } else if (update.kind === 'timing' && update.place !== 'live') {
          this.#latency.add(update.place, update.timing.milliseconds, pair);
        }
      });
    } catch (error) {
      this.#answer.figure.mean(
        `This text could not be compared: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
