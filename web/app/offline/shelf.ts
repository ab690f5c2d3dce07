import type { BuiltFile, Edition } from './edition.js';

/** What a shelf needs of the service worker's world. */
export interface Surroundings {
  caches: CacheStorage;
  fetch: (input: Request | string, init?: RequestInit) => Promise<Response>;
  /** The address of the page's folder. */
  scope: string;
}

/** Of what an older edition had kept, successors up to this size are fetched at once; larger ones when they are used. */
const LARGEST_RENEWED = 2_000_000;

/**
 * What is kept of an answer's headers: its type, and what its host demands of those who use it. A host that isolates the page
 * sends these with each file, and a worker whose script came without them would be refused.
 */
const KEPT_HEADERS = [
  'content-type',
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
];

/** A file's name without the hash of its content: what `read-1a2b.js` and `read-3c4d.js` have in common. */
const stem = (path: string): string => path.replace(/-[\w-]{8}(?=\.\w+$)/, '');

/**
 * The files of one edition that are kept on the device. Nothing is kept but bytes that the build has made: an answer with
 * another length or hash, an error or a web page in place of a file, passes through and is forgotten.
 */
export class Shelf {
  readonly #around: Surroundings;
  readonly #edition: Edition;
  readonly #files: ReadonlyMap<string, BuiltFile>;

  constructor(around: Surroundings, edition: Edition) {
    this.#around = around;
    this.#edition = edition;
    this.#files = new Map(edition.files.map((file) => [file.path, file]));
  }

  /** Fetches what the page cannot do without, and anew what the edition before had kept. Rejects where anything is missing. */
  async fill(): Promise<void> {
    const { first } = this.#edition;
    // All have to be over before the shelf is cleared: one that comes later would fill it again.
    const taken = await Promise.allSettled(first.map((path) => this.#take(path)));
    const failed = taken.find((one) => one.status === 'rejected');
    if (failed) {
      await this.#around.caches.delete(this.#name);
      throw failed.reason;
    }
    await Promise.all((await this.#renewed()).map((path) => this.#take(path).catch(() => undefined)));
  }

  /** Gives up all editions but this and the one before, whose page may still stand in another tab. */
  async clear(): Promise<void> {
    const others = await this.#others();
    await Promise.all(others.slice(0, -1).map((name) => this.#around.caches.delete(name)));
  }

  /** Keeps these addresses, as far as they are files of this edition. What cannot be kept is fetched when it is needed. */
  async keep(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      const path = this.#pathOf(address);
      if (path !== undefined && this.#files.has(path)) await this.#take(path).catch(() => undefined);
    }
  }

  /** Whether a request is answered here; all others go their usual way. */
  knows(request: Request): boolean {
    const path = this.#pathOf(request.url);
    if (request.method !== 'GET' || request.headers.has('range') || path === undefined) return false;
    return this.#files.has(path) || path.startsWith('assets/');
  }

  /** The kept file, or what the network says, which is kept behind the answer: `later` holds the worker until it is. */
  async answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const path = this.#pathOf(request.url) ?? '';
    const kept = await this.#kept(path).catch(() => undefined);
    if (kept) return kept;
    const response = await this.#around.fetch(request);
    const file = this.#files.get(path);
    // A full disk costs the memory of this file, and nothing else.
    if (file) later(this.#put(file, response.clone()).catch(() => undefined));
    return response;
  }

  get #prefix(): string {
    return `sentibyte ${this.#around.scope} `;
  }

  get #name(): string {
    return this.#prefix + this.#edition.version;
  }

  /** Names of the caches of other editions, oldest first. */
  async #others(): Promise<string[]> {
    const names = await this.#around.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix) && name !== this.#name);
  }

  #pathOf(address: string): string | undefined {
    const { scope } = this.#around;
    const { origin, pathname } = new URL(address);
    const whole = origin + pathname;
    return whole.startsWith(scope) ? whole.slice(scope.length) || 'index.html' : undefined;
  }

  /** A kept file. A name with a hash means the same in every edition; others belong to this one alone. */
  async #kept(path: string): Promise<Response | undefined> {
    const { caches, scope } = this.#around;
    const names = [this.#name, ...(path.startsWith('assets/') ? await this.#others() : [])];
    for (const name of names) {
      const found = (await caches.has(name)) && (await (await caches.open(name)).match(scope + path));
      if (found) return found;
    }
    return undefined;
  }

  async #take(path: string): Promise<void> {
    const file = this.#files.get(path);
    if (!file) throw new Error(`${path} is no file of this page`);
    const address = this.#around.scope + path;
    if (await (await this.#around.caches.open(this.#name)).match(address)) return;
    const kept = await this.#kept(path);
    // What bears no hash in its name may be an older one in the browser's own cache.
    const cache = path.startsWith('assets/') ? 'default' : 'no-cache';
    const isKept = await this.#put(file, kept ?? (await this.#around.fetch(address, { cache })));
    if (!isKept) throw new Error(`${path} is not what the build made`);
  }

  /** Keeps an answer where it is what the build made. */
  async #put(file: BuiltFile, response: Response): Promise<boolean> {
    if (response.status !== 200) return false;
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength !== file.bytes || (await hashOf(bytes)) !== file.hash) return false;
    const headers = KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    const cache = await this.#around.caches.open(this.#name);
    await cache.put(this.#around.scope + file.path, new Response(bytes, { headers }));
    return true;
  }

  /** Files of this edition that take the place of what the edition before had kept. */
  async #renewed(): Promise<string[]> {
    const before = (await this.#others()).at(-1);
    if (before === undefined) return [];
    const requests = await (await this.#around.caches.open(before)).keys();
    const stems = new Set(requests.map(({ url }) => stem(this.#pathOf(url) ?? '')));
    return this.#edition.files
      .filter(({ path, bytes }) => bytes <= LARGEST_RENEWED && stems.has(stem(path)))
      .map(({ path }) => path);
  }
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
