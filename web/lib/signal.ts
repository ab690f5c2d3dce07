import { SentibyteError } from './errors.js';
import type { AbortSignal } from './globals.js';

/** Throws `aborted` where the caller has given up. */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new SentibyteError('aborted', 'Stopped, as its signal asked for.', { cause: signal.reason });
  }
}
