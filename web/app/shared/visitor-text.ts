/** Where a tab keeps its text: survives a reload and the way back, not the tab. */
const KEY = 'sentibyte.text';

/** Longer texts are not kept: a browser gives a page about five million characters in all. */
const LONGEST_KEPT = 2_000_000;

/** What the visitor has written. Storage that is denied or full costs only the memory over a reload. */
export class VisitorText {
  #value: string | undefined;
  readonly #storage: () => Storage;

  constructor(storage: () => Storage) {
    this.#storage = storage;

    try {
      this.#value = storage().getItem(KEY) ?? undefined;
    } catch {
      // Denied: the text lives as long as the page.
    }
  }

  /** Absent until the visitor has written, or chosen, anything. */
  get value(): string | undefined {
    return this.#value;
  }

  set value(text: string | undefined) {
    this.#value = text;
  }

  /** Puts the text where a reload finds it. */
  save(): void {
    const text = this.#value;
    try {
      if (text === undefined || text.length > LONGEST_KEPT) this.#storage().removeItem(KEY);
      else this.#storage().setItem(KEY, text);
    } catch {
      // As above.
    }
  }
}
