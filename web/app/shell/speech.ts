/** A screen reader hears a sentence after this pause, in milliseconds, not at every key. */
const QUIET = 800;

/** The page's one polite live region. */
export class Speech {
  #later: number | undefined;
  readonly #region: HTMLElement;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Says the newest sentence once nothing newer has come for a while. */
  say(sentence: string): void {
    window.clearTimeout(this.#later);
    this.#later = window.setTimeout(() => {
      this.#region.textContent = sentence;
    }, QUIET);
  }

  /** Says a sentence at once, which no reading puts off. */
  announce(sentence: string): void {
    this.#region.textContent = sentence;
  }

  /** Forgets what was to be said. */
  hush(): void {
    window.clearTimeout(this.#later);
    this.#region.textContent = '';
  }
}
