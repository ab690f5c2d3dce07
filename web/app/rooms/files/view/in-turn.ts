/** Draws parts one after the other, each in a task of its own, so that none of them holds the page up. */
export class InTurn {
  readonly #due = new Map<string, () => void>();
  #isWaiting = false;

  /** Draws `name` in its turn; where it is still waiting, the newer drawing takes its place. */
  draw(name: string, drawing: () => void): void {
    this.#due.set(name, drawing);
    this.#wait();
  }

  /** Forgets what waits. */
  end(): void {
    this.#due.clear();
  }

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    // Behind a frame, so that what was drawn before is laid out and painted in between.
    requestAnimationFrame(() => {
      setTimeout(() => {
        this.#isWaiting = false;
        this.#next();
      });
    });
  }

  #next(): void {
    for (const [name, drawing] of this.#due) {
      this.#due.delete(name);
      drawing();
      break;
    }
    if (this.#due.size > 0) this.#wait();
  }
}
