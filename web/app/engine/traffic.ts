import type { FileSize } from './protocol.js';

/** Files fetched so far by this page or this worker, from the browser's own resource timing. */
export interface Fetched {
  bytes: number;
  requests: number;
  requestsSinceSettled: number;
}

function entries(): PerformanceResourceTiming[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming);
}

/** Counts everything that the current scope fetched; `settledAt` is on this scope's clock. */
export function fetchedSoFar(settledAt: number): Fetched {
  const all = entries();
  return {
    bytes: all.reduce((sum, entry) => sum + (entry.encodedBodySize || entry.transferSize), 0),
    requests: all.length,
    requestsSinceSettled: all.filter((entry) => entry.startTime > settledAt).length,
  };
}

/** One fetch of a file. Times are on this scope's clock. */
export interface FetchedFile {
  size: FileSize;
  startedAt: number;
  milliseconds: number;
}

/** The last fetch of one file, as far as the browser tells. */
function lastFetch(address: string): FetchedFile | undefined {
  const entry = entries().findLast(({ name }) => name === address);
  if (!entry?.decodedBodySize) return undefined;
  const size: FileSize = { raw: entry.decodedBodySize };
  if (entry.encodedBodySize) size.sent = entry.encodedBodySize;
  return { size, startedAt: entry.startTime, milliseconds: entry.responseEnd - entry.startTime };
}

/** How long, in milliseconds, an entry may come after its file. */
const LATENESS = 1000;

/** The same for a file that has just been used: its entry may come a moment after it. */
export async function fetchedFile(address: string): Promise<FetchedFile | undefined> {
  const end = performance.now() + LATENESS;
  let found = lastFetch(address);
  while (!found && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    found = lastFetch(address);
  }
  return found;
}

/** Calls `changed` whenever this scope has fetched something more. */
export function watchTraffic(changed: () => void): void {
  new PerformanceObserver(changed).observe({ type: 'resource', buffered: true });
}
