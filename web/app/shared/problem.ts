import { element } from './dom.js';
import type { SharedWords } from './words/index.js';

/** `code` and `message` of whatever was thrown. */
function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message };
}

/** A box that says what happened, what to do, and the engine's own words. Nothing that was typed is touched. */
export class ProblemBox {
  readonly root = element('div', { class: 'problem', role: 'alert', hidden: '' });
  readonly #words: SharedWords;

  constructor(words: SharedWords) {
    this.#words = words;
  }

  /** `consequence` says what still works; `retry`, where given, gets a button. */
  show(error: unknown, consequence: string, retry?: () => void): void {
    const { code, message } = describe(error);
    const { problems, tryAgain, inItsWords } = this.#words;
    const { happened, todo } = Object.hasOwn(problems, code)
      ? problems[code as keyof typeof problems]
      : problems.unknown;
    this.root.dataset.code = code;
    this.root.replaceChildren(
      element('p', {}, element('strong', {}, happened), ` ${todo}`),
      element('p', {}, consequence),
      element('p', { class: 'detail' }, inItsWords(message)),
    );
    if (retry) {
      const button = element('button', { type: 'button' }, tryAgain);
      button.addEventListener('click', () => {
        this.clear();
        retry();
      });
      this.root.append(element('p', {}, button));
    }
    this.root.hidden = false;
  }

  clear(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
