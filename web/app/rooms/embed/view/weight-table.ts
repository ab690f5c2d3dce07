import type { Weights } from '../../../build/weights.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { EmbedSettings } from '../settings.js';
import { CHOICES, ENTRIES, entryOf, partsOf } from '../weight.js';
import type { EmbedWords } from '../words/index.js';

/** How each entry is called in code. */
const IMPORTS = { index: 'sentibyte', worker: 'sentibyte/worker', element: 'sentibyte/element' } as const;

/** What visitors of the embedder's page download, for every entry and model; the chosen one is marked. */
export class WeightTable {
  readonly root: HTMLElement;
  readonly #words: EmbedWords;
  readonly #weights: Weights;
  readonly #sentence = element('p');
  readonly #cells = new Map<string, HTMLElement>();

  constructor(words: EmbedWords, weights: Weights) {
    this.#words = words;
    this.#weights = weights;
    const rows = ENTRIES.map((entry) =>
      element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          element('code', {}, IMPORTS[entry]),
          element('span', { class: 'note' }, words.entries[entry]),
        ),
        ...CHOICES.map((model) => {
          const cell = element('td', {}, format.bytes(partsOf(weights, entry, model).total));
          this.#cells.set(`${entry} ${model}`, cell);
          return cell;
        }),
      ),
    );
    const heads = CHOICES.map((model) => element('th', { scope: 'col' }, words.weightModels[model]));
    this.root = element(
      'section',
      { class: 'embed-weight', 'aria-labelledby': 'embed-weight' },
      element('h2', { id: 'embed-weight' }, words.weight),
      this.#sentence,
      element(
        'div',
        { class: 'weight-frame', tabindex: 0, role: 'group', 'aria-labelledby': 'embed-weight' },
        element(
          'table',
          {},
          element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.entry), ...heads)),
          element('tbody', {}, ...rows),
        ),
      ),
      element('p', { class: 'note' }, words.weightNote),
    );
  }

  show(settings: EmbedSettings): void {
    const entry = entryOf(settings);
    for (const cell of this.#cells.values()) cell.removeAttribute('aria-current');
    if (entry === undefined) {
      this.#sentence.textContent = this.#words.nothingDownloaded;
      return;
    }
    this.#cells.get(`${entry} ${settings.model}`)?.setAttribute('aria-current', 'true');
    const { javascript, engine, model, total } = partsOf(this.#weights, entry, settings.model);
    const [all, ...parts] = [total, javascript, engine, model].map(format.bytes);
    this.#sentence.textContent = this.#words.downloaded(all!, parts[0]!, parts[1]!, parts[2]!);
  }
}
