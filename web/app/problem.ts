import { element } from './dom.js';
import { EngineFailure } from './engine/client.js';

/** What happened and what to do, in words for a person. */
interface Advice {
  happened: string;
  todo: string;
}

const advice: Record<string, Advice> = {
  network: {
    happened: 'A file of this page could not be fetched.',
    todo: 'Check the connection, then try again.',
  },
  model: {
    happened: 'The model’s file is damaged, or made for another version of this page, so it was not used.',
    todo: 'Reload the page. If that changes nothing, whoever hosts it has to upload the file again.',
  },
  engine: {
    happened: 'The engine could not be started.',
    todo: 'Reload the page. If that changes nothing, whoever hosts it has to upload its .wasm files again.',
  },
  unsupported: {
    happened: 'This browser cannot run the engine.',
    todo: 'Use a version of Chrome, Edge, Firefox or Safari from 2023 or later, with WebAssembly allowed.',
  },
  worker: {
    happened: 'The part of this page that computes did not start, or stopped.',
    todo: 'Reload the page. Your text is still in the field: copy it first.',
  },
};

const unknown: Advice = {
  happened: 'Something went wrong while reading your text.',
  todo: 'Try again, or reload the page.',
};

/** `code` and `message` of whatever was thrown. */
function describe(error: unknown): { code: string; message: string } {
  if (error instanceof EngineFailure) return { code: error.code, message: error.message };
  return { code: '', message: error instanceof Error ? error.message : String(error) };
}

/** A box that says what happened, what to do, and the engine's own words; the text in the field stays. */
export class ProblemBox {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** `consequence` says what still works; `retry`, where given, gets a button. */
  show(error: unknown, consequence: string, retry?: () => void): void {
    const { code, message } = describe(error);
    const { happened, todo } = advice[code] ?? unknown;
    this.#root.replaceChildren(
      element('p', {}, element('strong', {}, happened), ` ${todo}`),
      element('p', {}, consequence),
      element('p', { class: 'detail' }, `In the engine’s words: ${message}`),
    );
    if (retry) {
      const button = element('button', { type: 'button' }, 'Try again');
      button.addEventListener('click', () => {
        this.clear();
        retry();
      });
      this.#root.append(element('p', {}, button));
    }
    this.#root.hidden = false;
  }

  clear(): void {
    this.#root.hidden = true;
    this.#root.replaceChildren();
  }
}
