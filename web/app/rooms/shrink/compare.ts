import { texts } from 'virtual:behaviour';
import { shippedModels } from '../../shared/blobs.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { RoomContext } from '../../shared/room.js';
import { sharedWords } from '../../shared/words/index.js';
import { AgreementFigure } from './agreement.js';
import { AnswerFigure } from './answer.js';
import { Column } from './column.js';
import type { EngineClient } from './engine/client.js';
import { Latest } from './engine/latest.js';
import { sides, type Choice, type Side } from './engine/protocol.js';
import { LatencyFigure } from './latency.js';
import { nameOf, type Pair, type Tongue } from './naming.js';
import { BlobFigure, LoadFigure, ModuleFigure } from './sizes.js';
import { SpeedFigure } from './speed.js';
import { FIRST_TEXT, LONGEST } from './text.js';
import { readChoice, writeChoice, type RoomState } from './state.js';
import { Summary } from './summary.js';
import { shrinkWords } from './words/index.js';

/** Two engines side by side on one text. */
export class Compare {
  readonly #context: RoomContext;
  readonly #tongue: Tongue;
  readonly #client: EngineClient;
  readonly #state: RoomState;
  readonly #written: () => void;
  readonly #field = element('textarea', {
    id: 'compare-text',
    rows: 2,
    spellcheck: 'false',
    autocomplete: 'off',
    dir: 'auto',
  });
  readonly #cut = element('p', { class: 'note', hidden: '' });
  readonly #columns: Record<Side, Column>;
  readonly #start = element('button', { type: 'button', class: 'primary' });
  readonly #answer: AnswerFigure;
  readonly #blob: BlobFigure;
  readonly #module: ModuleFigure;
  readonly #load: LoadFigure;
  readonly #latency: LatencyFigure;
  readonly #speed: SpeedFigure;
  readonly #agreement: AgreementFigure;
  readonly #summary: Summary;
  readonly #list = element('div', { class: 'figures', hidden: '' });
  readonly #reader = new Latest<string>((text) => this.#read(text));

  /** `written` is called when the visitor has changed the text. */
  constructor(
    root: HTMLElement,
    context: RoomContext,
    client: EngineClient,
    state: RoomState,
    written: () => void,
  ) {
    this.#context = context;
    this.#client = client;
    this.#state = state;
    this.#written = written;
    const tongue = { words: shrinkWords[context.language], shared: sharedWords[context.language] };
    this.#tongue = tongue;
    const model = shippedModels()[0] ?? 'small';
    const column = (side: Side, precision: Choice['precision']): Column => {
      const initial = readChoice(state.get(side), { model, precision, kernels: 'best' });
      return new Column(tongue, this.#client, side, initial, () => {
        this.#changed();
      });
    };
    this.#columns = { left: column('left', 'int8'), right: column('right', 'float') };
    this.#answer = new AnswerFigure(tongue);
    this.#blob = new BlobFigure(tongue);
    this.#module = new ModuleFigure(tongue);
    this.#load = new LoadFigure(tongue);
    this.#latency = new LatencyFigure(tongue);
    this.#speed = new SpeedFigure(tongue, this.#client, texts, (speeds) => {
      this.#summary.add({ speeds });
    });
    this.#agreement = new AgreementFigure(tongue, this.#client, texts);
    this.#summary = new Summary(tongue, (sentence) => {
      context.say(sentence);
    });
    this.#build(root);
    this.#listen();
  }

  #figures(): { root: HTMLElement; name: (names: Record<Side, string>) => void }[] {
    return [
      this.#answer.figure,
      this.#blob.figure,
      this.#speed.figure,
      this.#agreement.figure,
      this.#latency.figure,
      this.#module.figure,
      this.#load.figure,
    ];
  }

  #build(root: HTMLElement): void {
    const { words } = this.#tongue;
    const { left, right } = this.#columns;
    this.#start.textContent = words.start(format.bytes(right.bytes));
    this.#list.append(this.#summary.root, ...this.#figures().map((figure) => figure.root));
    root.append(
      element(
        'section',
        { class: 'compare', 'aria-labelledby': 'compare-title' },
        element('h2', { id: 'compare-title' }, words.title),
        element('p', { class: 'prose intro' }, words.intro),
        element(
          'div',
          { class: 'compare-field' },
          element('label', { for: 'compare-text', class: 'small-title' }, words.text),
          this.#field,
          this.#cut,
        ),
        element('div', { class: 'columns' }, left.root, right.root),
        this.#start,
        this.#list,
      ),
    );
  }

  #listen(): void {
    this.#field.value = this.#context.text.value ?? FIRST_TEXT;
    this.#field.addEventListener('input', () => {
      this.#context.text.value = this.#field.value;
      this.#written();
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
    this.#keep();
    this.#list.hidden = pair === undefined;
    this.#start.hidden = pair !== undefined;
    this.#answer.clear();
    this.#latency.clear();
    this.#speed.clear(pair);
    this.#agreement.clear();
    if (!pair) return;
    const names = {
      left: nameOf(pair.left.choice, this.#tongue),
      right: nameOf(pair.right.choice, this.#tongue),
    };
    for (const figure of this.#figures()) figure.name(names);
    this.#blob.show(pair);
    this.#module.show(pair);
    this.#load.show(pair);
    this.#refresh();
    this.#summary.begin(pair);
    void this.#agreement.run(pair).then((agreement) => {
      if (agreement) this.#summary.add({ agreement });
    });
  }

  #keep(): void {
    this.#state.put(Object.fromEntries(sides.map((side) => [side, writeChoice(this.#columns[side].choice)])));
  }

  #refresh(): void {
    const text = this.#field.value;
    this.#cut.hidden = text.length <= LONGEST;
    this.#cut.textContent = this.#tongue.words.cut(format.count(LONGEST));
    if (this.#pair()) this.#reader.push(text.slice(0, LONGEST));
  }

  async #read(text: string): Promise<void> {
    const pair = this.#pair();
    try {
      await this.#client.ask({ kind: 'read', text }, (update) => {
        if (update.kind === 'reading') this.#answer.show(update.side, update.reading, pair);
        else if (update.kind === 'timing') {
          this.#latency.add(update.side, update.timing.milliseconds, pair);
        }
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#answer.figure.mean(this.#tongue.words.notCompared(message));
    }
  }
}
