import { checkSignal } from '../signal.js';
import { pause } from './pause.js';

/** Why work stops elsewhere than between two slices: in the middle of a run of the engine, or before one, while another's goes on. */
export type Interruption = 'running' | 'waiting';

/** Work that stops after every slice, some milliseconds long, and tells how far it is. */
export type Slices<T> = Generator<number | Interruption, T, undefined>;

/** How long work may hold the thread, about half a frame. */
const LONGEST_TURN_MS = 8;

/** Does all of it at once, which never waits. */
export function finish<T>(slices: Slices<T>): T {
  for (;;) {
    const next = slices.next();
    if (next.done) return next.value;
  }
}

/** The same work, which tells otherwise how far it is. */
export function* telling(slices: Slices<void>, how: (read: number) => number): Slices<void> {
  for (const read of slices) yield typeof read === 'number' ? how(read) : read;
}

/** The turns of work that lets others have theirs; several pieces of work, one after another, can share them. */
export class Turns {
  #began = performance.now();
  #paused = this.#began;
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /**
   * Does all of it, slice by slice. Throws `aborted` at the first slice after the signal has said so, and then the work is
   * given up: it frees what it holds.
   */
  async finish<T>(slices: Slices<T>, onSlice?: (read: number) => void): Promise<T> {
    try {
      for (;;) {
        checkSignal(this.#signal);
        const next = slices.next();
        if (next.done) return next.value;
        if (typeof next.value === 'number') {
          onSlice?.(next.value);
          await this.rest();
        } else {
          await this.#restInside(next.value);
        }
      }
    } finally {
      slices.return(undefined as never);
    }
  }

  /** Pauses where the turn has been long enough. */
  async rest(): Promise<void> {
    if (performance.now() - this.#began < LONGEST_TURN_MS) return;
    await pause();
    this.#began = this.#paused = performance.now();
  }

  /**
   * Pauses, and goes on with the same turn: once the run of the engine is over, the turn is too, and those that wait for the
   * engine can have it.
   */
  async #restInside(why: Interruption): Promise<void> {
    if (why === 'running' && performance.now() - this.#paused < LONGEST_TURN_MS) return;
    await pause();
    this.#paused = performance.now();
  }
}
