import { SentibyteError } from '../errors.js';

/** What holds up to so many entries is kept for the next text; what a huge text made larger is let go. */
export const MOST_KEPT = 1 << 16;

/** Calls `make`, which does nothing but allocate; where there is no memory, that is the one error said of it. */
export function allocated<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new SentibyteError('memory', 'There is not enough memory to read this text at once.', { cause });
  }
}
