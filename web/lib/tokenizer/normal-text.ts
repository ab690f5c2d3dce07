/** Normalised text: code points, and for each the UTF-16 units of the original that it comes from. */
export class NormalText {
  codes = new Uint32Array(256);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  push(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.#grow();
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    ++this.length;
  }

  #grow(): void {
    const size = 2 * this.codes.length;
    const { codes, starts, ends } = this;
    (this.codes = new Uint32Array(size)).set(codes);
    (this.starts = new Uint32Array(size)).set(starts);
    (this.ends = new Uint32Array(size)).set(ends);
  }
}
