import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cachedModel } from '../../../web/lib/loader/cache.js';

const bytes = Uint8Array.of(1, 2, 3);
const hash = createHash('sha256').update(bytes).digest('hex');
const known = { name: 'nano', hash };

/** A Cache API with as much as is used of it. */
class FakeCache {
  readonly entries = new Map<string, Uint8Array>();
  isFull = false;

  match(url: string): Promise<Response | undefined> {
    const entry = this.entries.get(url);
    return Promise.resolve(entry && new Response(entry as Uint8Array<ArrayBuffer>));
  }
  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.entries.keys()].map((url) => ({ url })));
  }
  delete(url: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(url));
  }
  async put(url: string, response: Response): Promise<void> {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(url, new Uint8Array(await response.arrayBuffer()));
  }
}

let cache: FakeCache;
let loads: number;
const load = (content = bytes) => {
  return () => {
    ++loads;
    return Promise.resolve({ name: 'loaded', bytes: content });
  };
};
const setCaches = (open: () => Promise<unknown>): void => {
  Object.defineProperty(globalThis, 'caches', { value: { open }, configurable: true });
};

beforeEach(() => {
  cache = new FakeCache();
  loads = 0;
  setCaches(() => Promise.resolve(cache));
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'caches');
});

test('a model is loaded once, and takes the place of an older one of its name', async () => {
  cache.entries.set('https://sentibyte.invalid/nano/0ld', bytes);
  cache.entries.set('https://sentibyte.invalid/small/0ther', bytes);
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  expect(loads).toBe(1);
  expect([...cache.entries.keys()].sort()).toEqual([
    `https://sentibyte.invalid/nano/${hash}`,
    'https://sentibyte.invalid/small/0ther',
  ]);
});

test('what was changed in the cache is loaded again, and mended', async () => {
  await cachedModel(known, load());
  const [address] = cache.entries.keys();
  cache.entries.set(address!, Uint8Array.of(6));
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  expect(cache.entries.get(address!)).toEqual(bytes);
  expect(loads).toBe(2);
});

test('what is not the model that it should be is given, and not kept', async () => {
  const other = Uint8Array.of(9, 9);
  expect((await cachedModel(known, load(other))).bytes).toEqual(other);
  expect(cache.entries.size).toBe(0);
});

test('without storage, with denied and with full storage it is loaded as ever', async () => {
  cache.isFull = true;
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  setCaches(() => Promise.reject(new DOMException('denied', 'SecurityError')));
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  Reflect.deleteProperty(globalThis, 'caches');
  expect((await cachedModel(known, load())).bytes).toEqual(bytes);
  expect(loads).toBe(3);
});

test('what goes wrong while it is loaded is said', async () => {
  await expect(cachedModel(known, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});
