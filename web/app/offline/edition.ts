/** A file of the built page. */
export interface BuiltFile {
  /** From the page's own folder: `assets/read-1a2b.js`. */
  path: string;
  bytes: number;
  /** The first 16 digits of its SHA-256. */
  hash: string;
}

/** One build of the page, as its service worker knows it. */
export interface Edition {
  version: string;
  files: readonly BuiltFile[];
  /** Paths of what the page cannot do without: kept before anybody asks for it. */
  first: readonly string[];
}

/** What the page tells its service worker. */
export type Message =
  /** Addresses that were fetched before the worker was there to keep them. */
  | { kind: 'used'; addresses: string[] }
  /** The visitor wants the new edition. */
  | { kind: 'take-over' };
