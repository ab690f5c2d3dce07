import { element } from '../../../shared/dom.js';
import { ENVIRONMENTS, type Environment } from '../code/environments.js';
import type { Snippet } from '../code/snippet.js';
import { IN_A_PAGE, POLICY, snippets } from '../code/snippets.js';
import type { EmbedSettings } from '../settings.js';
import type { EmbedWords } from '../words/index.js';
import { SnippetBox } from './snippet-box.js';

/** The environments as a row of chips, and the code of the chosen one. */
export class CodeView {
  readonly root: HTMLElement;
  readonly #words: EmbedWords;
  readonly #say: (sentence: string) => void;
  readonly #radios = new Map<Environment, HTMLInputElement>();
  readonly #note = element('p', { class: 'note' });
  readonly #boxes = element('div', { class: 'embed-snippets' });
  readonly #policy: HTMLElement;
  #drawn: readonly SnippetBox[] = [];

  constructor(
    words: EmbedWords,
    change: (changed: Partial<EmbedSettings>) => void,
    say: (sentence: string) => void,
  ) {
    this.#words = words;
    this.#say = say;
    const chips = ENVIRONMENTS.map((environment) => {
      const radio = element('input', { type: 'radio', name: 'environment', value: environment });
      radio.addEventListener('change', () => {
        change({ environment });
      });
      this.#radios.set(environment, radio);
      const name = element('span', { class: 'chip' }, words.environments[environment].name);
      return element('label', { class: 'radio-chip' }, radio, name);
    });
    this.#policy = element(
      'details',
      {},
      element('summary', {}, words.policy),
      element('p', { class: 'note' }, words.policyNote),
      this.#box(POLICY).root,
    );
    this.root = element(
      'section',
      { 'aria-labelledby': 'embed-code' },
      element('h2', { id: 'embed-code' }, words.code),
      element(
        'fieldset',
        { class: 'radio-chips' },
        element('legend', { class: 'unseen' }, words.where),
        ...chips,
      ),
      this.#note,
      this.#boxes,
      this.#policy,
    );
  }

  show(settings: EmbedSettings): void {
    const { environment } = settings;
    const radio = this.#radios.get(environment);
    if (radio) radio.checked = true;
    this.#note.textContent = this.#words.environments[environment].note;
    this.#policy.hidden = !IN_A_PAGE.includes(environment);
    const shown = snippets(settings);
    // While only what is in the files changes, their boxes stay: a focus on "Copy" is kept.
    if (shown.map(({ file }) => file).join() !== this.#drawn.map(({ file }) => file).join()) {
      this.#drawn = shown.map((snippet) => this.#box(snippet));
      this.#boxes.replaceChildren(...this.#drawn.map(({ root }) => root));
    }
    shown.forEach(({ code }, i) => {
      this.#drawn[i]!.show(code);
    });
  }

  #box(snippet: Snippet): SnippetBox {
    return new SnippetBox(snippet, this.#words, this.#say);
  }
}
