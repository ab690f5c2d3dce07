import { weights } from 'virtual:weights';
import { element } from '../../shared/dom.js';
import type { RoomContext } from '../../shared/room.js';
import { sharedWords } from '../../shared/words/index.js';
import { type EmbedSettings, readSettings, writeSettings } from './settings.js';
import { CodeView } from './view/code-view.js';
import { LiveMeter } from './view/live-meter.js';
import { LookControls } from './view/look-controls.js';
import { WeightTable } from './view/weight-table.js';
import { embedWords } from './words/index.js';

/** The room: the element alive beside its settings, the code that makes it, and what it weighs. */
export class EmbedRoom {
  readonly #context: RoomContext;
  readonly #meter: LiveMeter;
  readonly #controls: LookControls;
  readonly #code: CodeView;
  readonly #weight: WeightTable;
  #settings: EmbedSettings;

  constructor(root: HTMLElement, context: RoomContext) {
    const words = embedWords[context.language];
    const shared = sharedWords[context.language];
    this.#context = context;
    this.#settings = readSettings(context.state);
    const change = (changed: Partial<EmbedSettings>): void => {
      this.#change(changed);
    };
    this.#meter = new LiveMeter(words, shared, context.text);
    this.#controls = new LookControls(words, change);
    this.#code = new CodeView(words, change, (sentence) => {
      context.say(sentence);
    });
    this.#weight = new WeightTable(words, weights);
    root.append(
      element(
        'div',
        { class: 'embed' },
        element('h1', {}, words.title),
        element('p', { class: 'prose' }, words.intro),
        element('div', { class: 'embed-live' }, this.#meter.root, this.#controls.root),
        this.#code.root,
        this.#weight.root,
      ),
    );
    this.#show();
  }

  end(): void {
    this.#meter.end();
  }

  #change(changed: Partial<EmbedSettings>): void {
    this.#settings = { ...this.#settings, ...changed };
    this.#context.keep(writeSettings(this.#settings));
    this.#show();
  }

  #show(): void {
    for (const part of [this.#meter, this.#controls, this.#code, this.#weight]) part.show(this.#settings);
  }
}
