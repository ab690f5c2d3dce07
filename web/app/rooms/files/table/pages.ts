import type { ViewRow } from '../worker/protocol.js';

/** Rows that are asked for together. */
export const PAGE = 50;
/** Pages that are kept. */
const KEPT = 30;

/** Asks for `count` rows of the view. */
export type AskRows = (from: number, count: number) => Promise<ViewRow[]>;

/** The rows of one view, fetched as they come into sight, and a bounded number of them kept. */
export class Pages {
  readonly #ask: AskRows;
  readonly #arrived: () => void;
  readonly #asked = new Set<number>();
  readonly #pages = new Map<number, readonly ViewRow[]>();

  /** `arrived` is called whenever more rows are there. */
  constructor(ask: AskRows, arrived: () => void) {
    this.#ask = ask;
    this.#arrived = arrived;
  }

  /** The row at this place of the view, where it has arrived. */
  at(place: number): ViewRow | undefined {
    const page = this.#pages.get(Math.floor(place / PAGE));
    return page?.[place % PAGE];
  }

  /** Fetches what is missing of these places. */
  want(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
      if (this.#pages.has(page) || this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    try {
      this.#pages.set(page, await this.#ask(page * PAGE, PAGE));
      this.#forget(page);
    } catch {
      // Asked for again when it next comes into sight.
      return;
    } finally {
      this.#asked.delete(page);
    }
    this.#arrived();
  }

  /** The view has become longer: pages that were not full are asked for once more. */
  grow(): void {
    for (const [page, rows] of this.#pages) if (rows.length < PAGE) this.#pages.delete(page);
  }

  /** Gives up the pages that are furthest from `page`. */
  #forget(page: number): void {
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const one of far.slice(0, Math.max(0, far.length - KEPT))) this.#pages.delete(one);
  }
}
