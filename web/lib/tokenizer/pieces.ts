/**
 * The pieces of one text: ids for the engine, and where in the text each comes from. One object serves all texts: what
 * it holds is valid until the next `encode`.
 */
export class Pieces {
  ids = new Uint16Array(256);
  /** First UTF-16 unit of the text that the piece stands for. */
  starts = new Uint32Array(256);
  /** One past the last. */
  ends = new Uint32Array(256);
  length = 0;

  readonly #unknown: number;

  constructor(unknown: number) {
    this.#unknown = unknown;
  }

  clear(): void {
    this.length = 0;
  }

  /** An unknown that follows an unknown is the same one: it only grows to cover both. */
  push(id: number, start: number, end: number): void {
    const last = this.length - 1;
    if (id === this.#unknown && last >= 0 && this.ids[last] === id) {
      this.ends[last] = end;
      return;
    }
    if (this.length === this.ids.length) this.#grow();
    this.ids[this.length] = id;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    ++this.length;
  }

  #grow(): void {
    const size = 2 * this.ids.length;
    const { ids, starts, ends } = this;
    (this.ids = new Uint16Array(size)).set(ids);
    (this.starts = new Uint32Array(size)).set(starts);
    (this.ends = new Uint32Array(size)).set(ends);
  }
}
