/** Of a text this much is shown. */
const SHOWN = 400;

/** A row with a strong score. */
export interface StrongRow {
  row: number;
  text: string;
  score: number;
}

/** The rows with the strongest scores of one side, strongest first. The same text is listed once. */
export class Strongest {
  readonly #side: 1 | -1;
  readonly #most: number;
  #rows: StrongRow[] = [];

  constructor(side: 1 | -1, most: number) {
    this.#side = side;
    this.#most = most;
  }

  get rows(): readonly StrongRow[] {
    return this.#rows;
  }

  add(row: number, text: string, score: number): void {
    const size = score * this.#side;
    if (size <= 0) return;
    const weakest = this.#rows.at(-1);
    if (this.#rows.length === this.#most && weakest && size <= weakest.score * this.#side) return;
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    if (this.#rows.some((other) => other.text === shown)) return;
    const place = this.#rows.findIndex((other) => size > other.score * this.#side);
    const at = place < 0 ? this.#rows.length : place;
    this.#rows = this.#rows.toSpliced(at, 0, { row, text: shown, score }).slice(0, this.#most);
  }
}
