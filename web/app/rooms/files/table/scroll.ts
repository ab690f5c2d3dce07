/** Browsers lay out no box taller than this for certain; a longer table is scrolled in proportion. */
export const TALLEST = 8_000_000;

/** What a scrolled frame shows of many rows of one height. */
export interface Sight {
  /** The first row that is seen, in part or whole. */
  first: number;
  /** Where that row begins, from the top of what is scrolled. */
  top: number;
}

/** A table of which only the rows in sight exist: how tall it is, and which rows stand where. */
export class Scroll {
  constructor(
    readonly rows: number,
    readonly rowHeight: number,
    readonly frameHeight: number,
  ) {}

  /** Height of what is scrolled. */
  get height(): number {
    return Math.min(TALLEST, this.rows * this.rowHeight);
  }

  /** What is in sight where the frame is scrolled to `top`. */
  at(top: number): Sight {
    if (this.#isWhole) {
      const first = Math.floor(top / this.rowHeight);
      return { first: Math.max(0, first), top: Math.max(0, first) * this.rowHeight };
    }
    const exact = (Math.max(0, top) / this.#most) * this.#lastFirst;
    const first = Math.floor(exact);
    return { first, top: top - (exact - first) * this.rowHeight };
  }

  /** Where to scroll so that `row` is in sight, as little as may be from `top`. */
  toward(row: number, top: number): number {
    const { first } = this.at(top);
    const whole = Math.max(1, Math.floor(this.frameHeight / this.rowHeight));
    if (row > first && row < first + whole) return top;
    const wanted = row <= first ? row : row - whole + 1;
    if (this.#isWhole) return Math.min(this.#most, wanted * this.rowHeight);
    return (Math.min(wanted, this.#lastFirst) / this.#lastFirst) * this.#most;
  }

  get #isWhole(): boolean {
    return this.rows * this.rowHeight <= TALLEST;
  }

  /** The furthest that the frame scrolls. */
  get #most(): number {
    return Math.max(0, this.height - this.frameHeight);
  }

  /** The row at the top where the frame is scrolled to its end, with its part. */
  get #lastFirst(): number {
    return this.rows - this.frameHeight / this.rowHeight;
  }
}
