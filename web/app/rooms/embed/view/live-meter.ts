import type { SentimentMeterEvents } from '../../../../lib/element.js';
import '../../../../lib/element.js';
import { element } from '../../../shared/dom.js';
import { ProblemBox } from '../../../shared/problem.js';
import type { VisitorText } from '../../../shared/visitor-text.js';
import type { SharedWords } from '../../../shared/words/index.js';
import { COLOURS, type EmbedSettings, LENGTHS } from '../settings.js';
import type { EmbedWords } from '../words/index.js';

/** What a listener of the element's event would print. */
function printed({ detail }: SentimentMeterEvents['sentiment']): string {
  const { label, score, confidence } = detail.sentiment;
  return `{ label: '${label}', score: ${score.toFixed(2)}, confidence: ${confidence.toFixed(3)} }`;
}

/** A field with the package's element below it, as it would stand in another page. */
export class LiveMeter {
  readonly root: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #meter: HTMLElement;
  readonly #event = element('code', { class: 'embed-event' });

  constructor(words: EmbedWords, shared: SharedWords, text: VisitorText) {
    this.#field = element('textarea', { id: 'embed-comment', rows: 4, dir: 'auto' });
    this.#field.value = text.value ?? words.sample;
    this.#field.addEventListener('input', () => {
      text.value = this.#field.value;
    });
    this.#meter = element('sentiment-meter', { for: 'embed-comment' });
    const problem = new ProblemBox(shared);
    this.#meter.addEventListener('sentiment', (event) => {
      problem.clear();
      this.#event.textContent = printed(event);
    });
    this.#meter.addEventListener('sentimenterror', ({ detail }) => {
      this.#event.textContent = '';
      problem.show(detail, words.meterHidden, () => {
        this.#reload();
      });
    });
    this.root = element(
      'section',
      { class: 'embed-stage', 'aria-label': words.stage },
      element('label', { for: 'embed-comment' }, words.comment),
      this.#field,
      this.#meter,
      element('p', { class: 'note' }, words.event, ' ', this.#event),
      problem.root,
    );
  }

  show({ model, look }: EmbedSettings): void {
    if (this.#meter.getAttribute('model') !== model) this.#meter.setAttribute('model', model);
    for (const name of COLOURS) {
      this.#meter.style.setProperty(`--sentiment-${name}`, look.colours[name]);
    }
    for (const name of LENGTHS)
      this.#meter.style.setProperty(`--sentiment-${name}`, `${look.lengths[name]}em`);
    // A style for a part cannot stand in an element: the room's style sheet has it.
    this.#meter.classList.toggle('without-label', !look.hasLabel);
  }

  /** Takes the element out: its model goes with it. */
  end(): void {
    this.#meter.remove();
  }

  /** An element that is put in again starts again. */
  #reload(): void {
    const { nextSibling } = this.#meter;
    this.#meter.remove();
    this.root.insertBefore(this.#meter, nextSibling);
  }
}
