import { allocated, MOST_KEPT } from './memory.js';

const FIRST_SIZE = 256;

/** Normalised text: code points, and for each the UTF-16 units of the original that it comes from. */
export class NormalText {
  codes = new Uint32Array(FIRST_SIZE);
  starts = new Uint32Array(FIRST_SIZE);
  ends = new Uint32Array(FIRST_SIZE);
  length = 0;

  clear(): void {
    this.length = 0;
    if (this.codes.length > MOST_KEPT) this.#resize(FIRST_SIZE);
  }

  push(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.#resize(2 * this.codes.length);
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    ++this.length;
  }

  /** Takes `[from, to)` out; what follows moves up. */
  remove(from: number, to: number): void {
    if (from === to) return;
    this.codes.copyWithin(from, to, this.length);
    this.starts.copyWithin(from, to, this.length);
    this.ends.copyWithin(from, to, this.length);
    this.length -= to - from;
    if (this.codes.length > MOST_KEPT && 4 * this.length < this.codes.length) {
      this.#resize(Math.max(FIRST_SIZE, 2 * this.length));
    }
  }

  #resize(size: number): void {
    const { length } = this;
    // All three before any is replaced: a failure leaves them as they were, and equally long.
    const made = allocated(() => ({
      codes: new Uint32Array(size),
      starts: new Uint32Array(size),
      ends: new Uint32Array(size),
    }));
    made.codes.set(this.codes.subarray(0, length));
    made.starts.set(this.starts.subarray(0, length));
    made.ends.set(this.ends.subarray(0, length));
    this.codes = made.codes;
    this.starts = made.starts;
    this.ends = made.ends;
  }
}
