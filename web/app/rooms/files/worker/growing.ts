/** Kinds of numbers that are kept for each row. */
type Numbers = Uint8Array | Int32Array | Uint32Array | Float64Array;

/** A column of numbers that grows: doubled when it is full, so that a million rows are copied twenty times, not a million. */
export class Growing<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #values: Kind;
  #length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#values = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The value at `index`, which is below `length`. */
  at(index: number): number {
    return this.#values[index]!;
  }
}

/** Where `value` would stand in ascending `column`: the last place whose value is at most `value`, or -1. */
export function lastAtMost(column: { length: number; at(index: number): number }, value: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column.at(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
