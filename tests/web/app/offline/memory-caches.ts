/** The browser's caches in memory, as far as the page's service worker uses them. */
export class MemoryCaches {
  readonly #caches = new Map<string, Map<string, Response>>();
  /** When set, nothing more is kept: the disk is full. */
  isFull = false;

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.has(name));
  }

  open(name: string): Promise<Cache> {
    let kept = this.#caches.get(name);
    if (!kept) this.#caches.set(name, (kept = new Map<string, Response>()));
    const entries = kept;
    const cache = {
      match: (address: string) => Promise.resolve(entries.get(address)?.clone()),
      put: (address: string, response: Response) => {
        if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        entries.set(address, response);
        return Promise.resolve();
      },
      keys: () => Promise.resolve([...entries.keys()].map((address) => new Request(address))),
    };
    return Promise.resolve(cache as unknown as Cache);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }

  /** Paths that are kept under a name that ends so. */
  pathsOf(end: string, scope: string): string[] {
    const [, kept] = [...this.#caches].find(([name]) => name.endsWith(end)) ?? [];
    return [...(kept?.keys() ?? [])].map((address) => address.slice(scope.length)).sort();
  }
}
