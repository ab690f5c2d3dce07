import { element } from '../../../shared/dom.js';
import { sampleFile } from '../sample-file.js';
import type { FilesWords } from '../words/index.js';

/** Takes a file and what it is called. */
export type Take = (file: Blob, name: string) => void;

/** Where a file comes in: dropped anywhere in the room, chosen, pasted, or the sample. */
export class Intake {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #take: Take;
  readonly #choose: HTMLInputElement;
  readonly #veil: HTMLElement;
  readonly #ending = new AbortController();

  constructor(words: FilesWords, take: Take) {
    this.#words = words;
    this.#take = take;
    this.#choose = element('input', {
      type: 'file',
      hidden: '',
      accept: '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,text/*',
    });
    this.#choose.addEventListener('change', () => {
      const file = this.#choose.files?.[0];
      // The same file may be chosen again.
      if (file) take(file, file.name);
      this.#choose.value = '';
    });
    this.#veil = element('div', { class: 'drop-veil', hidden: '' }, element('p', {}, words.drops));
    this.root = element(
      'section',
      { class: 'intake' },
      element('p', { class: 'intake-title', 'aria-hidden': 'true' }, words.drop),
      element('p', { class: 'note' }, words.formats),
      element('p', { class: 'intake-ways' }, this.chooseButton(words.choose, 'primary'), this.#sample()),
      this.#pasting(),
      this.#choose,
    );
    this.#listen();
  }

  /** What lies over the room while a file is above it. */
  get veil(): HTMLElement {
    return this.#veil;
  }

  /** A button that asks for a file. */
  chooseButton(text: string, kind = ''): HTMLButtonElement {
    const button = element('button', { type: 'button', class: kind }, text);
    button.addEventListener('click', () => {
      this.#choose.click();
    });
    return button;
  }

  end(): void {
    this.#ending.abort();
  }

  #sample(): HTMLElement {
    const button = element('button', { type: 'button', class: 'chip' }, this.#words.sample);
    button.addEventListener('click', () => {
      const { file, name } = sampleFile();
      this.#take(file, name);
    });
    return button;
  }

  #pasting(): HTMLElement {
    const field = element('textarea', { id: 'files-paste', rows: 2 });
    const read = element('button', { type: 'button', disabled: '' }, this.#words.readPasted);
    field.addEventListener('input', () => {
      read.disabled = field.value.trim() === '';
    });
    read.addEventListener('click', () => {
      this.#take(new Blob([field.value]), this.#words.pasted);
    });
    return element(
      'div',
      { class: 'pasting' },
      element('label', { for: 'files-paste' }, this.#words.paste),
      field,
      read,
    );
  }

  #listen(): void {
    const { signal } = this.#ending;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        this.#veil.hidden = false;
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        // Into another element of the page it has not left it.
        if (event.relatedTarget === null) this.#veil.hidden = true;
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        this.#veil.hidden = true;
        if (!hasFiles(event)) return;
        event.preventDefault();
        this.#takeFrom(event.dataTransfer);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const { target } = event;
        if (target instanceof HTMLInputElement) return;
        // Rows go straight to the worker: in a field, a large paste would hold the page up.
        if (this.#takeFrom(event.clipboardData)) event.preventDefault();
      },
      { signal },
    );
  }

  /** Takes the first file, or the text, of what was dropped or pasted. */
  #takeFrom(data: DataTransfer | null): boolean {
    const file = data?.files[0];
    if (file) {
      this.#take(file, file.name);
      return true;
    }
    const text = data?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    this.#take(new Blob([text]), this.#words.pasted);
    return true;
  }
}
