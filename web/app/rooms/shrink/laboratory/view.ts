import { right, texts } from 'virtual:behaviour';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { ProblemBox } from '../../../shared/problem.js';
import type { RoomContext } from '../../../shared/room.js';
import { sharedWords } from '../../../shared/words/index.js';
import type { WorkerClient } from '../../../shared/worker/client.js';
import { Latest } from '../engine/latest.js';
import type { Opened, Requests, Trial, Update } from '../engine/protocol.js';
import { Changes } from './changes.js';
import { Controls } from './controls.js';
import { previewRow } from './grid.js';
import { History, type Tried } from './history.js';
import { FIRST_MODEL, floatBytes, ModelChoice } from './model-choice.js';
import { settingName, type Tongue, unusual, widthOf } from './naming.js';
import { NoiseBars } from './noise.js';
import { OwnText } from './own-text.js';
import { Readings } from './readings.js';
import { isSame, readSetting, type Setting, toOptions, writeSetting } from './setting.js';
import type { RoomState } from './state.js';
import { accuracyOf, agreementOf, meanDifference, type Share } from './statistics.js';
import { WeightsPicture } from './weights-picture.js';
import { laboratoryWords } from './words/index.js';

/** Up to one changed answer in fifty the model holds; with more than one in ten it breaks. */
const HOLDS = 0.98;
const WEARS = 0.9;

/** Milliseconds that the controls rest before the speed is measured. */
const REST = 500;

/** One slider: the model is made anew at every step, and what that costs and gains is seen at once. */
export class LaboratoryView {
  readonly #context: RoomContext;
  readonly #client: WorkerClient<Requests, Update>;
  readonly #state: RoomState;
  readonly #tongue: Tongue;
  readonly #controls: Controls;
  readonly #model: ModelChoice;
  readonly #readings: Readings;
  readonly #sentence = element('p', { class: 'lab-sentence' });
  readonly #status = element('p', { class: 'note lab-status' });
  readonly #progress = element('progress', { class: 'lab-progress', hidden: '' });
  readonly #problem: ProblemBox;
  readonly #weights: WeightsPicture;
  readonly #noise: NoiseBars;
  readonly #own: OwnText;
  readonly #changes: Changes;
  readonly #history: History;
  readonly #results: readonly HTMLElement[];
  readonly #newest = new Latest<Setting>((setting) => this.#try(setting));
  readonly #reader = new Latest<string>((text) => this.#read(text));
  #opened: Opened | undefined;
  #madeName = '';
  /** Those that the last model ran on. */
  #kernels: Setting['kernels'] = 'best';
  #rest = 0;

  constructor(
    root: HTMLElement,
    context: RoomContext,
    client: WorkerClient<Requests, Update>,
    state: RoomState,
  ) {
    this.#context = context;
    this.#client = client;
    this.#state = state;
    const words = laboratoryWords[context.language];
    const shared = sharedWords[context.language];
    this.#tongue = { words, shared };
    this.#model = new ModelChoice(words, state.get('model'), (model) => {
      void this.#open(model);
    });
    const initial = readSetting((name) => state.get(name));
    this.#controls = new Controls(this.#tongue, initial, this.#model.root, () => {
      this.#turn();
    });
    this.#readings = new Readings(words);
    this.#problem = new ProblemBox(shared);
    this.#weights = new WeightsPicture(words);
    this.#noise = new NoiseBars(words);
    this.#own = new OwnText(this.#tongue, context.text.value, (text) => {
      context.text.value = text;
      this.#reader.push(this.#own.text);
    });
    this.#changes = new Changes(this.#tongue);
    this.#history = new History(words, ({ model, setting }) => {
      this.#controls.setting = setting;
      if (model === this.#opened?.model) this.#turn();
      else this.#model.choose(model);
    });
    this.#results = [this.#weights, this.#noise, this.#history, this.#own, this.#changes].map(
      (part) => part.root,
    );
    this.#build(root);
    void this.#open(FIRST_MODEL);
  }

  /** Ends what runs outside of the room's elements. */
  end(): void {
    clearTimeout(this.#rest);
  }

  #build(root: HTMLElement): void {
    const { words } = this.#tongue;
    for (const part of this.#results) part.hidden = true;
    const [weights, noise, history, own, changes] = this.#results as HTMLElement[];
    this.#sentence.textContent = words.intro;
    const figures = element(
      'div',
      { class: 'lab-figures' },
      this.#readings.root,
      this.#status,
      this.#progress,
      this.#problem.root,
    );
    root.append(
      element(
        'div',
        { class: 'laboratory' },
        element('h1', {}, words.title),
        this.#sentence,
        element(
          'div',
          { class: 'lab-bench' },
          this.#controls.root,
          element('div', { class: 'lab-pictures' }, weights!, noise!),
          element('div', { class: 'lab-results' }, figures, history!),
        ),
        element('div', { class: 'lab-answers' }, own!, changes!),
      ),
    );
  }

  /** Until another model stands, the one before stays. */
  async #open(model: string): Promise<void> {
    const { words } = this.#tongue;
    const { kernels } = this.#controls.setting;
    const total = floatBytes(model);
    this.#problem.clear();
    this.#status.textContent = words.opening(model, total);
    try {
      const opened = await this.#client.ask('open', { model, kernels, texts }, (update) => {
        if (update.kind === 'read') this.#tellReading(update.texts);
        else this.#status.textContent = words.arriving(model, format.bytes(update.loaded), total);
      });
      this.#opened = opened;
      this.#model.opened(model);
      // A link may name a model that is only offered yet: until it is taken the address keeps it.
      if (this.#model.value === model) this.#state.put({ model: model === FIRST_MODEL ? undefined : model });
      this.#history.original({
        name: words.originalPoint(model),
        bytes: opened.bytes,
        accuracy: accuracyOf(opened.answers, right),
      });
      this.#progress.hidden = true;
      this.#turn();
    } catch (error) {
      this.#fail(error, () => {
        void this.#open(model);
      });
      if (this.#opened) this.#model.opened(this.#opened.model);
    }
  }

  /** A control was moved: the weights snap at once, the rest follows from the worker. */
  #turn(): void {
    const { setting } = this.#controls;
    clearTimeout(this.#rest);
    this.#state.put(writeSetting(setting));
    if (!this.#opened) return;
    const { row } = this.#opened;
    if (!setting.trained) this.#weights.show(row, previewRow(row.weights, setting), setting.rounding);
    this.#status.textContent = this.#tongue.words.working;
    this.#newest.push(setting);
  }

  async #try(setting: Setting): Promise<void> {
    const opened = this.#opened;
    const { kernels } = setting;
    if (!opened) return;
    try {
      const trial = await this.#client.ask('try', { options: toOptions(setting), kernels }, (update) => {
        if (update.kind === 'read') this.#tellReading(update.texts);
      });
      if (!this.#isCurrent(setting, opened)) return;
      this.#show(opened, setting, trial);
      this.#reader.push(this.#own.text);
      this.#rest = window.setTimeout(() => void this.#measure(setting, opened), REST);
    } catch (error) {
      if (!this.#isCurrent(setting, opened)) return;
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'input' && error instanceof Error) {
        this.#progress.hidden = true;
        this.#status.textContent = this.#tongue.words.refused(error.message);
        return;
      }
      this.#keepKernels(error, kernels);
    }
  }

  /** What could not run goes from the controls, so that the next step of a slider works again. */
  #keepKernels(error: unknown, wanted: Setting['kernels']): void {
    const use = (kernels: Setting['kernels']): void => {
      this.#controls.setting = { ...this.#controls.setting, kernels };
      this.#state.put(writeSetting(this.#controls.setting));
    };
    use(this.#kernels);
    this.#fail(error, () => {
      use(wanted);
      this.#turn();
    });
  }

  #isCurrent(setting: Setting, opened: Opened): boolean {
    return this.#opened === opened && isSame(setting, this.#controls.setting);
  }

  #fail(error: unknown, retry: () => void): void {
    this.#status.textContent = '';
    this.#progress.hidden = true;
    this.#problem.show(error, this.#tongue.words.unopened, retry);
  }

  #tellReading(done: number): void {
    this.#progress.hidden = false;
    this.#progress.max = texts.length;
    this.#progress.value = done;
    this.#status.textContent = this.#tongue.words.reading(format.count(done), format.count(texts.length));
  }

  async #read(text: string): Promise<void> {
    // What fails here fails at the next try too, which says so.
    const reading = await this.#client.ask('read', { text }).catch(() => undefined);
    if (reading) this.#own.show(reading, this.#madeName);
  }

  async #measure(setting: Setting, opened: Opened): Promise<void> {
    const speeds = await this.#client.ask('measure', {}).catch(() => undefined);
    if (speeds && this.#isCurrent(setting, opened)) this.#readings.showSpeed(speeds);
  }

  #show(opened: Opened, setting: Setting, trial: Trial): void {
    const { words, shared } = this.#tongue;
    const agreement = agreementOf(opened.answers, trial.answers);
    const accuracy = accuracyOf(trial.answers, right);
    const bits = widthOf(setting, trial.noise);
    this.#madeName = words.quantized(bits);
    this.#kernels = setting.kernels;
    this.#problem.clear();
    this.#progress.hidden = true;
    for (const part of this.#results) part.hidden = false;
    this.#readings.show(opened, trial, {
      agreement,
      accuracy,
      originalAccuracy: accuracyOf(opened.answers, right),
      difference: meanDifference(opened.answers, trial.answers),
    });
    this.#sentence.textContent = this.#sentenceOf(opened, setting, trial, agreement);
    this.#context.say(this.#sentence.textContent);
    this.#status.textContent = words.made(
      format.duration(trial.time.making),
      format.duration(trial.time.starting),
      format.count(texts.length),
      format.duration(trial.time.whole),
    );
    const runs = words.kernelsNote(shared.kernels[trial.kernels], format.bytes(trial.engineBytes));
    this.#controls.tell(bits, trial.path === 'fast' ? runs : `${runs} ${words.scalarPath}`);
    if (trial.row) this.#weights.show(opened.row, trial.row, setting.rounding);
    else this.#weights.gone();
    this.#noise.show(trial.noise);
    this.#changes.show(
      texts.map((text, i) => ({ text, original: opened.answers[i]!, made: trial.answers[i]! })),
      this.#madeName,
    );
    const tried: Tried = {
      name: settingName(opened.model, setting, this.#tongue),
      bytes: trial.bytes,
      accuracy,
      recipe: { model: opened.model, setting },
    };
    this.#history.add(tried);
  }

  /** What it gains and what it costs, for somebody who has never heard of any of this. */
  #sentenceOf(opened: Opened, setting: Setting, trial: Trial, { hits, texts, share }: Share): string {
    const { verdict } = this.#tongue.words;
    const ratio = format.ratio(opened.bytes / trial.bytes);
    const bytes = format.bytes(trial.bytes);
    const gain = setting.trained
      ? verdict.trainedGain(widthOf(setting, trial.noise), ratio, bytes)
      : verdict.gain(String(setting.bits), unusual(setting, this.#tongue), ratio, bytes);
    const count = format.count(texts);
    const state = share >= HOLDS ? 'holds' : share >= WEARS ? 'wears' : 'breaks';
    this.#sentence.dataset.state = state;
    return gain + (hits === texts ? verdict.same(count) : verdict[state](format.count(texts - hits), count));
  }
}
