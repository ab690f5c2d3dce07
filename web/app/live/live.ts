import type { DocumentSentiment } from '../../lib/types.js';
import { byId } from '../dom.js';
import type { EngineClient } from '../engine/client.js';
import { Latest } from '../engine/latest.js';
import type { EngineFacts, Timing, Update } from '../engine/protocol.js';
import { shippedModels } from '../engine/shipped.js';
import * as format from '../format.js';
import { ProblemBox } from '../problem.js';
import { showExamples } from './examples.js';
import { FactLine } from './facts.js';
import { Gauge } from '../shared/gauge.js';
import { ProbabilityBars } from './probabilities.js';
import { SentenceView } from './sentences.js';
import { explanation, headline, isEmpty, spoken } from '../shared/words.js';

/** A screen reader hears the answer after this pause in typing, in milliseconds, not at every key. */
const quiet = 800;

/** The text field and everything that answers it. */
export class Live {
  readonly field = byId('text', HTMLTextAreaElement);
  readonly facts = new FactLine(byId('facts', HTMLElement));
  readonly #client: EngineClient;
  readonly #gauge = new Gauge(byId('gauge', HTMLElement));
  readonly #bars = new ProbabilityBars(byId('probabilities', HTMLElement));
  readonly #label = byId('verdict-label', HTMLElement);
  readonly #score = byId('verdict-score', HTMLElement);
  readonly #detail = byId('verdict-detail', HTMLElement);
  readonly #spoken = byId('spoken', HTMLElement);
  readonly #problem = new ProblemBox(byId('problem', HTMLElement));
  readonly #sentences: SentenceView;
  readonly #reader = new Latest<string>((text) => this.#read(text));
  #engine: EngineFacts | undefined;
  #speakLater: number | undefined;

  constructor(client: EngineClient) {
    this.#client = client;
    this.#sentences = new SentenceView(byId('sentences', HTMLElement), ({ start, end }) => {
      this.field.focus();
      this.field.setSelectionRange(start, end);
    });
    showExamples(byId('examples', HTMLElement), (text) => {
      this.write(text);
    });
    this.field.addEventListener('input', () => {
      this.refresh();
    });
  }

  /** Loads `nano`, which answers first, then `small`, which takes over. Resolves when loading has ended. */
  async load(): Promise<void> {
    const stages = ['nano', 'small'].filter((name) => shippedModels().includes(name));
    let failure: unknown =
      stages.length > 0 ? undefined : new Error('The page was built without “small” and “nano”.');
    for (const model of stages) {
      if (!this.#engine) this.#say(`Loading the model…`, 'none', '');
      try {
        this.#engine = await this.#client.ask(
          { kind: 'load', place: 'live', choice: { model, precision: 'int8', kernels: 'best' } },
          (update) => {
            this.#showProgress(update);
          },
        );
        failure = undefined;
        this.facts.showEngine(this.#engine);
        this.refresh();
      } catch (error) {
        failure = error;
      }
    }
    if (failure === undefined) return;
    const retry = (): void => {
      void this.load();
    };
    if (this.#engine) {
      this.#problem.show(
        failure,
        'The smaller model “nano” goes on reading your text; it errs a little more.',
        retry,
      );
    } else {
      this.#say('No model', 'none', '');
      this.#problem.show(failure, 'Nothing you wrote is lost: it stays in the field.', retry);
    }
  }

  /** The engine that answers, once there is one. */
  get engine(): EngineFacts | undefined {
    return this.#engine;
  }

  /** Puts a text into the field as if it had been typed there. */
  write(text: string): void {
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Reads the field again. */
  refresh(): void {
    if (this.#engine) this.#reader.push(this.field.value);
  }

  async #read(text: string): Promise<void> {
    try {
      await this.#client.ask({ kind: 'read', places: ['live'], text }, (update) => {
        if (update.kind === 'document') this.#show(text, update.reading);
        else if (update.kind === 'timing') this.#showTiming(update.timing);
      });
    } catch (error) {
      this.#problem.show(error, 'Nothing you wrote is lost: it stays in the field.', () => {
        this.refresh();
      });
    }
  }

  #show(text: string, reading: DocumentSentiment): void {
    this.#sentences.show(text, reading);
    if (isEmpty(reading)) {
      const nothing = text.trim() === '';
      this.#say(
        nothing ? 'Ready' : 'Neutral',
        'none',
        nothing
          ? 'Type above, or choose an example below.'
          : 'There is nothing in this text that could be judged.',
      );
      this.#gauge.show(0, 'nothing to judge');
      this.#bars.clear();
    } else {
      this.#say(headline(reading), reading.label, explanation(reading), format.score(reading.score));
      this.#gauge.show(reading.score, headline(reading).toLowerCase());
      this.#bars.show(reading.probabilities);
    }
    window.clearTimeout(this.#speakLater);
    this.#speakLater = window.setTimeout(() => {
      this.#spoken.textContent = isEmpty(reading) ? '' : spoken(reading);
    }, quiet);
  }

  #showTiming(timing: Timing): void {
    this.facts.showTiming(timing);
  }

  #showProgress(update: Update): void {
    // Once a model answers, its successor arrives in silence.
    if (update.kind !== 'progress' || this.#engine) return;
    const total = update.total === undefined ? '' : ` of ${format.bytes(update.total)}`;
    this.#detail.textContent = `${format.bytes(update.loaded)}${total} of the model have arrived.`;
  }

  #say(label: string, kind: string, detail: string, score = ''): void {
    this.#score.textContent = score;
    this.#label.textContent = label;
    this.#label.dataset.label = kind;
    this.#detail.textContent = detail;
  }
}
