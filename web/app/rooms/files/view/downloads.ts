import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { FileSession } from '../session.js';
import { type Download, DOWNLOADS } from '../worker/download.js';
import type { FilesWords } from '../words/index.js';

const ENDINGS: Readonly<Record<Download, string>> = { csv: 'csv', json: 'jsonl' };

/** What a download tells of. */
interface Tell {
  fail: (error: unknown) => void;
  say: (sentence: string) => void;
}

/** Gives the file back with what was found of each row. */
export class Downloads {
  readonly root: HTMLElement;
  readonly #session: FileSession;
  readonly #words: FilesWords;
  readonly #tell: Tell;
  readonly #buttons: HTMLButtonElement[];
  readonly #state = element('p', { class: 'note' });
  #isWriting = false;

  constructor(session: FileSession, words: FilesWords, tell: Tell) {
    this.#session = session;
    this.#words = words;
    this.#tell = tell;
    this.#buttons = DOWNLOADS.map((kind) => {
      const button = element('button', { type: 'button' }, words.downloads[kind]);
      button.addEventListener('click', () => {
        void this.#write(kind);
      });
      return button;
    });
    const note = element('p', { class: 'note' }, words.downloadNote);
    const buttons = element('div', { class: 'download-buttons' }, ...this.#buttons);
    const title = element('h2', {}, words.download);
    this.root = element('section', { class: 'card downloads' }, title, note, buttons, this.#state);
  }

  show(): void {
    const { phase } = this.#session.state;
    const isReady = (phase === 'done' || phase === 'stopped') && !this.#isWriting;
    for (const button of this.#buttons) button.disabled = !isReady;
  }

  async #write(kind: Download): Promise<void> {
    const { file, progress } = this.#session.state;
    if (!file || !progress) return;
    this.#isWriting = true;
    this.show();
    try {
      const blob = await this.#session.ask('download', { kind }, (update) => {
        if (update.kind !== 'passed') return;
        this.#state.textContent = this.#words.writing(
          format.percent(Math.min(0.99, update.value / progress.rows)),
        );
      });
      const name = `${file.name.replace(/\.[a-z]{1,6}$/i, '')}.sentiment.${ENDINGS[kind]}`;
      save(blob, name);
      this.#state.textContent = this.#words.written(name);
      this.#tell.say(this.#words.written(name));
    } catch (error) {
      this.#state.textContent = '';
      this.#tell.fail(error);
    } finally {
      this.#isWriting = false;
      this.show();
    }
  }
}

/** Hands a file to the browser's downloads. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = element('a', { href: address, download: name });
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
