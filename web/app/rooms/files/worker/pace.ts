/** Milliseconds that a rate looks back. */
const WINDOW = 4_000;

/** How fast something goes, and how long it will still take. Pauses do not count. */
export class Pace {
  readonly #clock: () => number;
  readonly #marks: { at: number; rows: number; bytes: number }[] = [];
  #pausedAt: number | undefined;
  #paused = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#marks.push({ at: this.#now(), rows: 0, bytes: 0 });
  }

  pause(): void {
    this.#pausedAt ??= this.#clock();
  }

  resume(): void {
    if (this.#pausedAt !== undefined) this.#paused += this.#clock() - this.#pausedAt;
    this.#pausedAt = undefined;
  }

  /** Rows a second over the last seconds, and the milliseconds that the bytes up to `total` will take at that pace. */
  at(rows: number, bytes: number, total: number): { rate: number; left?: number } {
    const now = this.#now();
    this.#marks.push({ at: now, rows, bytes });
    while (this.#marks.length > 2 && this.#marks[1]!.at < now - WINDOW) this.#marks.shift();
    const [first] = this.#marks;
    const time = now - first!.at;
    if (time <= 0) return { rate: 0 };
    const rate = ((rows - first!.rows) / time) * 1000;
    const bytesPerMillisecond = (bytes - first!.bytes) / time;
    return bytesPerMillisecond > 0 ? { rate, left: (total - bytes) / bytesPerMillisecond } : { rate };
  }

  /** Time that passed without the pauses. */
  #now(): number {
    return (this.#pausedAt ?? this.#clock()) - this.#paused;
  }
}
