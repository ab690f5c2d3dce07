import { allocated, MOST_KEPT } from './memory.js';

const FIRST_SIZE = 256;
const NO_ID = -1;

/**
 * Pieces of a text: ids for the engine, and where in the text each comes from. One object serves all texts: what it holds
 * is valid until its reader goes on.
 */
export class Pieces {
  ids = new Uint16Array(FIRST_SIZE);
  /** First UTF-16 unit of the text that the piece stands for. */
  starts = new Uint32Array(FIRST_SIZE);
  /** One past the last. */
  ends = new Uint32Array(FIRST_SIZE);
  length = 0;
  /** The piece pushed last, which may be cleared already. */
  #last = NO_ID;
  readonly #unknown: number;

  constructor(unknown: number) {
    this.#unknown = unknown;
  }

  /** Makes ready for another text. */
  begin(): void {
    this.clear();
    this.#last = NO_ID;
    if (this.ids.length > MOST_KEPT) this.#resize(FIRST_SIZE);
  }

  /** Lets go of what was read; the text goes on. */
  clear(): void {
    this.length = 0;
  }

  /** An unknown that follows an unknown is the same one: it only grows to cover both. */
  push(id: number, start: number, end: number): void {
    if (id === this.#unknown && this.#last === id) {
      this.extend(end);
      return;
    }
    if (this.length === this.ids.length) this.#resize(2 * this.ids.length);
    this.ids[this.length] = id;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    ++this.length;
    this.#last = id;
  }

  /** The last piece goes on up to `end`, unless it has been cleared. */
  extend(end: number): void {
    if (this.length > 0) this.ends[this.length - 1] = end;
  }

  #resize(size: number): void {
    const { length } = this;
    // All three before any is replaced: a failure leaves them as they were, and equally long.
    const made = allocated(() => ({
      ids: new Uint16Array(size),
      starts: new Uint32Array(size),
      ends: new Uint32Array(size),
    }));
    made.ids.set(this.ids.subarray(0, length));
    made.starts.set(this.starts.subarray(0, length));
    made.ends.set(this.ends.subarray(0, length));
    this.ids = made.ids;
    this.starts = made.starts;
    this.ends = made.ends;
  }
}
