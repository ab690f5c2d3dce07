/** What the parts of the room keep in the address, side by side. */
export class RoomState {
  readonly #state: URLSearchParams;
  readonly #keep: (state: URLSearchParams) => void;

  constructor(state: URLSearchParams, keep: (state: URLSearchParams) => void) {
    this.#state = new URLSearchParams(state);
    this.#keep = keep;
  }

  get(name: string): string | null {
    return this.#state.get(name);
  }

  /** Writes what is given; what is undefined goes. */
  put(values: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) this.#state.delete(name);
      else this.#state.set(name, value);
    }
    this.#keep(this.#state);
  }
}
