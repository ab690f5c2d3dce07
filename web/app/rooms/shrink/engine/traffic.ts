import type { FileSize } from './protocol.js';

function entries(): PerformanceResourceTiming[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming);
}

/** One fetch of a file. */
export interface FetchedFile {
  size: FileSize;
  milliseconds: number;
}

/** The last fetch of one file, as far as the browser tells. */
function lastFetch(address: string): FetchedFile | undefined {
  const entry = entries().findLast(({ name }) => name === address);
  if (!entry?.decodedBodySize) return undefined;
  const size: FileSize = { raw: entry.decodedBodySize };
  if (entry.encodedBodySize) size.sent = entry.encodedBodySize;
  return { size, milliseconds: entry.responseEnd - entry.startTime };
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
