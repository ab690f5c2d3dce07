import { checkSignal } from '../signal.js';
import { pause } from './pause.js';

/** Work that stops after every slice, some milliseconds long, and tells how far it is. */
export type Slices<T> = Generator<number, T, undefined>;

/** How long work may hold the thread, about half a frame. */
const LONGEST_TURN_MS = 8;

/** Does all of it at once. */
export function finish<T>(slices: Slices<T>): T {
  for (;;) {
    const next = slices.next();
    if (next.done) return next.value;
  }
}

/** The turns of work that lets others have theirs; several pieces of work, one after another, can share them. */
export class Turns {
  #began = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** Does all of it, slice by slice. Throws `aborted` at the first slice after the signal has said so. */
  async finish<T>(slices: Slices<T>, onSlice?: (read: number) => void): Promise<T> {
    for (;;) {
      checkSignal(this.#signal);
      const next = slices.next();
      if (next.done) return next.value;
      onSlice?.(next.value);
      await this.rest();
    }
  }

  /** Pauses where the turn has been long enough. */
  async rest(): Promise<void> {
    if (performance.now() - this.#began < LONGEST_TURN_MS) return;
    await pause();
    this.#began = performance.now();
  }
}
