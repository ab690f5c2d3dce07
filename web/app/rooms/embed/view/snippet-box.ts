import { copyText } from '../../../shared/clipboard.js';
import { element } from '../../../shared/dom.js';
import type { Snippet } from '../code/snippet.js';
import type { EmbedWords } from '../words/index.js';

/** How long "Copied" stands on the button, in milliseconds. */
const STANDS = 2500;

/** Code with the file that it belongs to, and a button that copies it. */
export class SnippetBox {
  readonly root: HTMLElement;
  readonly file: string;
  readonly #words: EmbedWords;
  readonly #say: (sentence: string) => void;
  readonly #code = element('code');
  readonly #button = element('button', { type: 'button', class: 'chip' });
  #later: number | undefined;

  constructor({ file, code }: Snippet, words: EmbedWords, say: (sentence: string) => void) {
    this.file = file;
    this.#words = words;
    this.#say = say;
    const name = file === 'shell' ? words.shell : file;
    this.#button.textContent = words.copy;
    this.#button.setAttribute('aria-label', words.copyFile(name));
    this.#button.addEventListener('click', () => {
      void this.#copy(name);
    });
    this.root = element(
      'figure',
      { class: 'snippet' },
      element('figcaption', {}, element('span', {}, name), this.#button),
      element('pre', { tabindex: 0, role: 'group', 'aria-label': name }, this.#code),
    );
    this.show(code);
  }

  show(code: string): void {
    if (this.#code.textContent !== code) this.#code.textContent = code;
  }

  async #copy(name: string): Promise<void> {
    const isCopied = await copyText(this.#code.textContent);
    // Where the clipboard is denied, the keys that copy still work.
    if (!isCopied) getSelection()?.selectAllChildren(this.#code);
    this.#button.textContent = isCopied ? this.#words.copied : this.#words.selected;
    this.#say(isCopied ? this.#words.copiedFile(name) : this.#words.selected);
    window.clearTimeout(this.#later);
    this.#later = window.setTimeout(() => {
      this.#button.textContent = this.#words.copy;
    }, STANDS);
  }
}
