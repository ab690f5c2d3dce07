import { allocated, MOST_KEPT } from '../tokenizer/memory.js';

/** A part of the pieces that the model sees at once: `[from, to)`. */
export interface Window {
  from: number;
  to: number;
}

/**
 * Packs the pieces of a text, as they come, into windows of at most `longest`: whole sentences as long as they fit, and a
 * sentence that is longer than a window in about equal parts, cut between words where there are any.
 */
export class WindowPacker {
  /** The pieces of `windows`, then those that are in no window yet. */
  ids = new Uint16Array(256);
  /** Complete ones, in order, until `drop`. */
  readonly windows: Window[] = [];
  #length = 0;
  /** Where the window in progress begins. */
  #from = 0;
  /** The last end of a sentence: where the window in progress may end. */
  #fits = 0;
  /** Of a sentence that is being cut: pieces and windows that are left of it; 0 where there is none. */
  #leftPieces = 0;
  #leftWindows = 0;
  readonly #longest: number;
  readonly #goesOn: (id: number) => boolean;

  /** @param goesOn whether a piece goes on the word of the one before it */
  constructor(longest: number, goesOn: (id: number) => boolean) {
    this.#longest = longest;
    this.#goesOn = goesOn;
  }

  /** Pieces of the sentence in progress that wait for its length to be known; it is longer than a window. */
  get waiting(): number {
    const count = this.#length - this.#from;
    return this.#leftPieces === 0 && count > this.#longest ? count : 0;
  }

  add(id: number): void {
    if (this.#length === this.ids.length) this.#resize(2 * this.#length);
    this.ids[this.#length++] = id;
    if (this.#leftPieces > 0) this.#cut();
    else if (this.#length - this.#from > this.#longest && this.#fits > this.#from) this.#close(this.#fits);
  }

  /** A sentence ends with the piece added last. */
  endSentence(): void {
    if (this.waiting > 0) this.expect(this.waiting);
    this.#fits = this.#length;
  }

  /** The sentence that waits will have `count` pieces: it need not wait any more. */
  expect(count: number): void {
    this.#leftPieces = count;
    this.#leftWindows = Math.ceil(count / this.#longest);
    this.#cut();
  }

  /** The text ends. */
  end(): void {
    this.endSentence();
    if (this.#from < this.#length) this.#close(this.#length);
  }

  /** Lets go of the complete windows. */
  drop(): void {
    const from = this.#from;
    this.windows.length = 0;
    this.ids.copyWithin(0, from, this.#length);
    this.#length -= from;
    this.#fits = Math.max(0, this.#fits - from);
    this.#from = 0;
    if (this.ids.length > MOST_KEPT && 4 * this.#length < this.ids.length)
      this.#resize(2 * this.#length + 256);
  }

  #close(to: number): void {
    this.windows.push({ from: this.#from, to });
    this.#from = to;
  }

  /** Cuts the sentence in progress into about as few windows as hold it, as far as its pieces are there. */
  #cut(): void {
    while (this.#leftPieces > 0) {
      const from = this.#from;
      const length = this.#length;
      const size = Math.min(this.#longest, Math.ceil(this.#leftPieces / this.#leftWindows));
      const isLast = size >= this.#leftPieces;
      // A cut before the end looks at the piece behind it.
      if (length - from < (isLast ? this.#leftPieces : size + 1)) return;
      this.#close(isLast ? from + this.#leftPieces : this.#wordBefore(from + size));
      this.#leftPieces -= this.#from - from;
      this.#leftWindows = Math.max(1, this.#leftWindows - 1);
      this.#fits = this.#from;
    }
  }

  /** The last beginning of a word up to `end`; `end` itself where going back would halve the window in progress. */
  #wordBefore(end: number): number {
    const earliest = this.#from + Math.ceil((end - this.#from) / 2);
    for (let word = end; word >= earliest; --word) if (!this.#goesOn(this.ids[word]!)) return word;
    return end;
  }

  #resize(size: number): void {
    const ids = allocated(() => new Uint16Array(size));
    ids.set(this.ids.subarray(0, this.#length));
    this.ids = ids;
  }
}
