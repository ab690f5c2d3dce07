/** A clock in milliseconds. Browsers round theirs to 0.1 or 1 ms, which is longer than one analysis takes. */
export type Clock = () => number;

/** Ticks that a measurement must span: then rounding is at most a tenth of it. */
const TICKS = 10;
/** Never repeats for longer than this, in milliseconds. */
const PATIENCE = 20;
/** Measurements of which the least counts: other work interrupts one now and then, and nothing makes one faster. */
const ATTEMPTS = 5;

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

/** Milliseconds that `work` takes where nothing interrupts it. */
export function measure(work: () => void, step: number, clock: Clock): number {
  const start = clock();
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    least = Math.min(least, attemptAt(work, step, clock));
    if (clock() - start >= PATIENCE) break;
  }
  return least;
}

/** Where the clock cannot resolve one run, the mean of as many as it needs. */
function attemptAt(work: () => void, step: number, clock: Clock): number {
  const enough = Math.min(TICKS * step, PATIENCE);
  const start = clock();
  let elapsed: number;
  let runs = 0;
  do {
    work();
    runs++;
    elapsed = clock() - start;
  } while (elapsed < enough);
  return elapsed / runs;
}
