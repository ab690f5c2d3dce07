import { SentibyteError } from '../errors.js';
import type { Sentiment } from '../types.js';
import type { WorkerAnalyzer } from '../worker/types.js';
import { type Field, watchField } from './field.js';
import type { SharedAnalyzers } from './shared.js';
import { speechOf, spoken, written } from './speech.js';
import { STYLE } from './style.js';

/** What a meter's `sentiment` event tells. */
export interface SentimentEventDetail {
  text: string;
  sentiment: Sentiment;
}

/** The events of `<sentiment-meter>`; they bubble, out of shadow trees too. */
export interface SentimentMeterEvents {
  /** The text was judged. */
  sentiment: CustomEvent<SentimentEventDetail>;
  /** There is nothing to see, for the reason in `detail`. */
  sentimenterror: CustomEvent<SentibyteError>;
}

// On a server there are no elements; the class is then made and never used.
const Base = ((globalThis as Partial<typeof globalThis>).HTMLElement ?? Object) as typeof HTMLElement;

let sheet: CSSStyleSheet | undefined;

/**
 * `<sentiment-meter for="comment">`: how the field with the id `comment` sounds, while somebody writes in it. The model is
 * loaded when the field gets the focus, or has a text; where it cannot be, the meter stays invisible and a `sentimenterror`
 * event says why.
 *
 * Attributes: `for`; `model`, `nano`, `small` or `auto` (default); `lang`, of what the meter says. Parts: `meter`, `track`,
 * `bar`, `label`. Custom properties: `--sentiment-negative`, `-neutral`, `-positive`, `-track`, `-border`, `-height`,
 * `-radius`.
 */
export class SentimentMeter extends Base {
  static readonly observedAttributes = ['for', 'model', 'lang'];
  /** Set by the entry that defines the element. */
  static analyzers: SharedAnalyzers | undefined;

  /** The last that was said of the text. */
  get sentiment(): Sentiment | undefined {
    return this.#sentiment;
  }

  #sentiment: Sentiment | undefined;
  #field: Field | undefined;
  #parts: ReturnType<typeof draw> | undefined;
  /** The model that this meter uses, by its name; there while it is used. */
  #model: string | undefined;
  #analyzer: WorkerAnalyzer | undefined;
  #frame = 0;

  connectedCallback(): void {
    this.#parts ??= draw(this);
    this.#attach(true);
  }

  disconnectedCallback(): void {
    this.#detach();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected || !this.#parts) return;
    if (name === 'lang') {
      if (this.#sentiment) this.#show(this.#sentiment, this.#field?.text() ?? '');
      return;
    }
    this.#detach();
    this.#attach(true);
  }

  /** Reads the field again: for a text that a script has put there, of which no event tells. */
  refresh(): void {
    if (this.#frame !== 0 || !this.#field) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      void this.#judge();
    });
  }

  readonly #onModel = (): void => {
    this.refresh();
  };

  readonly #load = (): void => {
    if (this.#model !== undefined || !SentimentMeter.analyzers) return;
    const model = this.getAttribute('model') ?? 'auto';
    this.#model = model;
    SentimentMeter.analyzers.acquire(model, this.#onModel).then(
      (analyzer) => {
        if (this.#model !== model) return;
        this.#analyzer = analyzer;
        this.refresh();
      },
      (error: unknown) => {
        if (this.#model === model) this.#fail(error);
      },
    );
  };

  /** The field may be further down in a page that is still arriving. */
  #attach(mayWait: boolean): void {
    const id = this.getAttribute('for');
    if (id === null || this.#field || !this.isConnected) return;
    const root = this.getRootNode();
    const element = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null;
    if (!element) {
      if (!mayWait) this.#fail(new SentibyteError('input', `There is no element with the id "${id}".`));
      else if (document.readyState === 'loading') {
        document.addEventListener(
          'DOMContentLoaded',
          () => {
            this.#attach(false);
          },
          { once: true },
        );
      } else {
        requestAnimationFrame(() => {
          this.#attach(false);
        });
      }
      return;
    }
    try {
      const onText = (): void => {
        this.#load();
        this.refresh();
      };
      this.#field = watchField(element, { onText, onFocus: this.#load });
      const hasFocus = element.matches(':focus-within');
      if (hasFocus || this.#field.text().trim() !== '') this.#load();
    } catch (error) {
      this.#fail(error);
    }
  }

  #detach(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#field?.leave();
    this.#field = undefined;
    this.#analyzer = undefined;
    if (this.#model !== undefined) SentimentMeter.analyzers?.release(this.#model, this.#onModel);
    this.#model = undefined;
  }

  async #judge(): Promise<void> {
    const analyzer = this.#analyzer;
    const field = this.#field;
    if (!analyzer || !field) return;
    const text = field.text();
    try {
      const sentiment = await analyzer.analyze(text, { newest: this });
      if (field !== this.#field) return;
      this.#sentiment = sentiment;
      this.#show(sentiment, text);
      this.#tell('sentiment', { text, sentiment });
    } catch (error) {
      if (field !== this.#field || (error instanceof SentibyteError && error.code === 'aborted')) return;
      this.#fail(error);
    }
  }

  #show(sentiment: Sentiment, text: string): void {
    if (!this.#parts) return;
    const { meter, bar, label } = this.#parts;
    const speech = speechOf(this.closest('[lang]')?.getAttribute('lang') ?? '');
    meter.setAttribute('aria-label', this.getAttribute('aria-label') ?? speech.name);
    meter.setAttribute('aria-valuenow', sentiment.score.toFixed(2));
    meter.setAttribute('aria-valuetext', spoken(speech, sentiment, text));
    meter.dataset.label = sentiment.label;
    label.textContent = written(speech, sentiment, text);
    bar.style.setProperty('--score', String(sentiment.score));
    meter.hidden = false;
  }

  #fail(error: unknown): void {
    if (this.#parts) this.#parts.meter.hidden = true;
    this.#sentiment = undefined;
    const detail =
      error instanceof SentibyteError
        ? error
        : new SentibyteError('engine', 'The meter stopped unexpectedly.', { cause: error });
    this.#tell('sentimenterror', detail);
  }

  #tell<Name extends keyof SentimentMeterEvents>(
    name: Name,
    detail: SentimentMeterEvents[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** What is in a meter; nothing of it is made from text. */
function draw(host: HTMLElement): Record<'meter' | 'bar' | 'label', HTMLElement> {
  const root = host.attachShadow({ mode: 'open' });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  root.adoptedStyleSheets = [sheet];
  const part = (name: string, tag = 'span'): HTMLElement => {
    const made = document.createElement(tag);
    made.setAttribute('part', name);
    return made;
  };
  const [meter, track, bar, label] = [part('meter', 'div'), part('track'), part('bar'), part('label')];
  meter.setAttribute('role', 'meter');
  meter.setAttribute('aria-valuemin', '-1');
  meter.setAttribute('aria-valuemax', '1');
  meter.setAttribute('aria-valuenow', '0');
  // The meter's text alternative says it already.
  label.setAttribute('aria-hidden', 'true');
  meter.hidden = true;
  track.append(bar);
  meter.append(track, label);
  root.append(meter);
  return { meter, bar, label };
}
