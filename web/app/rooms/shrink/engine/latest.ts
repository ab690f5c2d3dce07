/**
 * Runs `work` on the newest value only: while one run is under way, of all values that come the last one is kept.
 * So typing never queues up behind a long text.
 */
export class Latest<Value> {
  readonly #work: (value: Value) => Promise<void>;
  #waiting: { value: Value } | undefined;
  #busy = false;

  constructor(work: (value: Value) => Promise<void>) {
    this.#work = work;
  }

  push(value: Value): void {
    this.#waiting = { value };
    if (!this.#busy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#waiting) {
        const { value } = this.#waiting;
        this.#waiting = undefined;
        await this.#work(value);
      }
    } finally {
      this.#busy = false;
    }
  }
}
