import type { Timing } from './protocol.js';

/** A clock in milliseconds. Browsers round theirs to 0.1 or 1 ms, which is longer than one analysis takes. */
export type Clock = () => number;

/** Ticks that a measurement must span: then rounding is at most a tenth of it. */
const TICKS = 10;
/** Never repeats for longer than this, in milliseconds. */
const PATIENCE = 20;

/** The clock's step in milliseconds, found by watching it move. */
export function resolution(clock: Clock): number {
  let smallest = PATIENCE;
  for (let sample = 0; sample < 3; sample++) {
    const start = clock();
    let now = start;
    while (now === start) now = clock();
    smallest = Math.min(smallest, now - start);
  }
  return smallest;
}

/**
 * Times `work`, of which one run has just taken `first` milliseconds: if the clock cannot resolve that, runs it
 * until it can and gives the mean.
 */
export function measure(work: () => void, first: number, step: number, clock: Clock): Timing {
  const enough = Math.min(TICKS * step, PATIENCE);
  if (first >= enough) return { milliseconds: first, runs: 1 };
  const start = clock();
  let elapsed: number;
  let runs = 0;
  do {
    work();
    runs++;
    elapsed = clock() - start;
  } while (elapsed < enough);
  return { milliseconds: elapsed / runs, runs };
}
