import type { LoadedModel } from './model.js';

/** A model whose content is known before it comes. */
export interface KnownModel {
  name: string;
  /** SHA-256, in hexadecimal digits. */
  hash: string;
}

const CACHE = 'sentibyte';
/** Entries are named by what is in them; nobody is asked for such an address. */
const ADDRESS = 'https://sentibyte.invalid/';

/**
 * The model from the browser's cache, or from `load` and then into the cache, if it is what it should be. Where storage is
 * denied or full, `load` is all that happens. `onKept` tells that it was not needed.
 */
export async function cachedModel(
  { name, hash }: KnownModel,
  load: () => Promise<LoadedModel>,
  onKept?: (model: LoadedModel) => void,
): Promise<LoadedModel> {
  const cache = await tried(() => caches.open(CACHE));
  if (!cache) return load();
  const address = `${ADDRESS}${name}/${hash}`;
  const kept = await tried(async () => (await cache.match(address))?.arrayBuffer());
  if (kept) {
    const bytes = new Uint8Array(kept);
    if ((await hashOf(bytes)) === hash) {
      const model = { name: `${name}, from the cache,`, bytes };
      onKept?.(model);
      return model;
    }
  }
  const loaded = await load();
  if ((await hashOf(loaded.bytes)) === hash) {
    await tried(async () => {
      for (const { url } of await cache.keys()) {
        if (url.startsWith(`${ADDRESS}${name}/`)) await cache.delete(url);
      }
      await cache.put(address, new Response(loaded.bytes as Uint8Array<ArrayBuffer>));
    });
  }
  return loaded;
}

async function hashOf(bytes: Uint8Array): Promise<string | undefined> {
  const hash = await tried(() => crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Storage is the user's: where it is not given, the library does without it. */
async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
