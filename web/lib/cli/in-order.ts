/**
 * Writes what tasks give in the order in which they were added, whichever is done first. As many as `most` may be under way:
 * `add` waits for room, and so whoever adds is as slow as whoever takes the output.
 */
export class InOrder {
  readonly #write: (text: string) => Promise<void>;
  readonly #most: number;
  readonly #underWay: Promise<void>[] = [];
  #last: Promise<void> = Promise.resolve();
  #failure: Error | undefined;
  #tell: ((error: Error) => void) | undefined;

  constructor(write: (text: string) => Promise<void>, most: number) {
    this.#write = write;
    this.#most = most;
  }

  async add(task: Promise<string>): Promise<void> {
    const done = Promise.all([task, this.#last]).then(([text]) => this.#write(text));
    done.catch((error: unknown) => {
      this.#failure ??= error as Error;
      this.#tell?.(this.#failure);
    });
    this.#last = done;
    this.#underWay.push(done);
    if (this.#underWay.length >= this.#most) await this.#underWay.shift();
  }

  /** What `other` gives, unless a task or a write fails before. */
  meanwhile<T>(other: Promise<T>): Promise<T> {
    // No `Promise.race` with one promise for the whole run: that would keep every value ever waited for.
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      this.#tell = reject;
      other.then(resolve, reject);
    });
  }

  /** Resolves when everything is written. */
  async end(): Promise<void> {
    await this.#last;
  }
}
