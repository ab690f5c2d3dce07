import { texts } from 'virtual:behaviour';
import { shippedBlob } from '../../../shared/blobs.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { ProblemBox } from '../../../shared/problem.js';
import type { RoomContext } from '../../../shared/room.js';
import { sharedWords } from '../../../shared/words/index.js';
import type { EngineClient } from '../engine/client.js';
import { Latest } from '../engine/latest.js';
import type { Opened, Trial } from '../engine/protocol.js';
import type { RoomState } from '../state.js';
import { summarise } from '../statistics.js';
import { FIRST_TEXT, LONGEST } from '../text.js';
import { Changes } from './changes.js';
import { Controls } from './controls.js';
import { gridOf, previewGrid } from './grid.js';
import { History } from './history.js';
import { wilson } from './outcome.js';
import { readSetting, type Setting, toOptions, writeSetting } from './setting.js';
import { WeightsPicture } from './weights.js';
import { type LaboratoryWords, laboratoryWords } from './words/index.js';

/** Up to one changed answer in fifty the model holds; with more than one in ten it breaks. */
const HOLDS = 0.98;
const WEARS = 0.9;

/** A value with its name over it and a note under it. */
class Reading {
  readonly root: HTMLElement;
  readonly #value = element('dd', { class: 'value' }, '–');
  readonly #note = element('dd', { class: 'value-note' });

  constructor(name: string) {
    this.root = element('div', {}, element('dt', {}, name), this.#value, this.#note);
  }

  show(value: string, note: string): void {
    this.#value.textContent = value;
    this.#note.textContent = note;
  }
}

/** One slider: the model is made anew at every step, and what that costs and gains is seen at once. */
export class LaboratoryView {
  readonly #context: RoomContext;
  readonly #client: EngineClient;
  readonly #state: RoomState;
  readonly #words: LaboratoryWords;
  readonly #controls: Controls;
  readonly #size: Reading;
  readonly #agreement: Reading;
  readonly #difference: Reading;
  readonly #verdict = element('p', { class: 'lab-verdict' });
  readonly #status = element('p', { class: 'note lab-status' });
  readonly #problem: ProblemBox;
  readonly #weights: WeightsPicture;
  readonly #changes: Changes;
  readonly #history: History;
  readonly #results = element('div', { class: 'lab-pictures', hidden: '' });
  readonly #newest = new Latest<Setting>((setting) => this.#try(setting));
  #opened: Opened | undefined;

  constructor(root: HTMLElement, context: RoomContext, client: EngineClient, state: RoomState) {
    this.#context = context;
    this.#client = client;
    this.#state = state;
    const words = laboratoryWords[context.language];
    const shared = sharedWords[context.language];
    this.#words = words;
    this.#controls = new Controls(
      words,
      readSetting((name) => state.get(name)),
      () => {
        this.#turn();
      },
    );
    this.#size = new Reading(words.size);
    this.#agreement = new Reading(words.agreement);
    this.#difference = new Reading(words.difference);
    this.#problem = new ProblemBox(shared);
    this.#weights = new WeightsPicture(words);
    this.#changes = new Changes(words, shared);
    this.#history = new History(words);
    this.#results.append(this.#weights.root, this.#history.root, this.#changes.root);
    root.append(
      element(
        'section',
        { class: 'laboratory', 'aria-labelledby': 'shrink-title' },
        element('h1', { id: 'shrink-title' }, words.title),
        element('p', { class: 'prose intro' }, words.intro),
        element(
          'div',
          { class: 'lab-top' },
          this.#controls.root,
          element(
            'div',
            { class: 'lab-readings' },
            this.#verdict,
            element('dl', {}, this.#size.root, this.#agreement.root, this.#difference.root),
            this.#status,
            this.#problem.root,
          ),
        ),
        this.#results,
      ),
    );
    void this.#open();
  }

  /** Makes the model again: the visitor's text is another. */
  refresh(): void {
    if (this.#opened) this.#newest.push(this.#controls.setting);
  }

  async #open(): Promise<void> {
    this.#status.textContent = this.#words.opening(format.bytes(shippedBlob('nano', 'float')?.bytes ?? 0));
    try {
      const opened = await this.#client.ask({ kind: 'open', texts: [...texts] });
      this.#opened = opened;
      const { sameLabel } = summarise({ left: opened.float, right: opened.trained.answers });
      this.#history.begin({ bytes: opened.trained.bytes, share: sameLabel / texts.length }, opened.bytes);
      this.#results.hidden = false;
      this.#snap(this.#controls.setting);
      this.refresh();
    } catch (error) {
      this.#status.textContent = '';
      this.#problem.show(error, this.#words.unopened, () => {
        void this.#open();
      });
    }
  }

  /** A control was moved: the weights snap at once, the rest follows from the worker. */
  #turn(): void {
    const { setting } = this.#controls;
    this.#state.put(writeSetting(setting));
    this.#snap(setting);
    this.refresh();
  }

  #snap(setting: Setting): void {
    if (!this.#opened) return;
    const { row } = this.#opened;
    this.#weights.show(row, previewGrid(row.weights, setting), setting.rounding);
    this.#status.textContent = this.#words.working(setting.bits);
  }

  async #try(setting: Setting): Promise<void> {
    const own = (this.#context.text.value ?? FIRST_TEXT).slice(0, LONGEST);
    try {
      const trial = await this.#client.ask({ kind: 'try', options: toOptions(setting), own });
      if (!this.#isCurrent(setting)) return;
      this.#show(setting, own, trial);
    } catch (error) {
      if (!this.#isCurrent(setting)) return;
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'input' && error instanceof Error) {
        this.#status.textContent = this.#words.refused(error.message);
        return;
      }
      this.#status.textContent = '';
      this.#problem.show(error, this.#words.unopened, () => {
        this.refresh();
      });
    }
  }

  #isCurrent(setting: Setting): boolean {
    return JSON.stringify(setting) === JSON.stringify(this.#controls.setting);
  }

  #show(setting: Setting, own: string, trial: Trial): void {
    const opened = this.#opened;
    if (!opened) return;
    const words = this.#words;
    const { bits } = setting;
    const { sameLabel, meanDifference } = summarise({ left: opened.float, right: trial.answers });
    const share = sameLabel / texts.length;
    const [least, most] = wilson(sameLabel, texts.length);
    const count = format.count(texts.length);
    this.#problem.clear();
    this.#size.show(
      format.bytes(trial.bytes),
      words.sizeNote(format.ratio(opened.bytes / trial.bytes), format.bytes(opened.bytes)),
    );
    this.#agreement.show(
      format.percent(share, 1),
      words.agreementNote(format.count(sameLabel), count, format.percent(least, 1), format.percent(most, 1)),
    );
    this.#difference.show(format.difference(meanDifference), words.differenceNote);
    const state = share >= HOLDS ? 'holds' : share >= WEARS ? 'wears' : 'breaks';
    const sentence = words.verdict[state](bits, format.count(texts.length - sameLabel), count);
    this.#verdict.dataset.state = state;
    this.#verdict.textContent = sentence;
    this.#context.say(sentence);
    this.#status.textContent = words.made(
      format.duration(trial.quantizeTime),
      count,
      format.duration(trial.time),
    );
    if (trial.grid) {
      const { scale, zeroPoint } = trial.grid;
      this.#weights.show(opened.row, gridOf(setting, scale, zeroPoint), setting.rounding);
    }
    const compared = texts.map((text, i) => ({
      text,
      own: false,
      float: opened.float[i]!,
      quantized: trial.answers[i]!,
    }));
    this.#changes.show([{ text: own, own: true, ...trial.own }, ...compared], bits);
    this.#history.add({ name: this.#nameOf(setting), bytes: trial.bytes, share });
  }

  /** A setting in a few words: its bits, and what is not as usual. */
  #nameOf(setting: Setting): string {
    const { bits, ...others } = writeSetting(setting);
    const unusual = Object.values(others).filter((value) => value !== undefined);
    return [this.#words.quantized(Number(bits)), ...unusual].join(', ');
  }
}
