import { beforeEach, describe, expect, test } from '@jest/globals';
import { editionOf } from '../../../../web/app/build/offline.js';
import type { Edition } from '../../../../web/app/offline/edition.js';
import { Shelf } from '../../../../web/app/offline/shelf.js';
import { MemoryCaches } from './memory-caches.js';

const scope = 'https://example.org/page/';

/** What lies on the server, by path. */
type Site = Record<string, string>;

const site: Site = {
  'index.html': '<script src="./assets/index-aaaaaaaa.js"></script>',
  'manifest.webmanifest': '{}',
  'assets/index-aaaaaaaa.js': 'the page',
  'assets/files-bbbbbbbb.js': 'a room',
  'assets/small-cccccccc.sbm': 'a model',
};
const next: Site = {
  'index.html': '<script src="./assets/index-dddddddd.js"></script>',
  'manifest.webmanifest': '{}',
  'assets/index-dddddddd.js': 'the page, newer',
  'assets/files-eeeeeeee.js': 'a room, newer',
  'assets/small-cccccccc.sbm': 'a model',
};

const edition = (of: Site): Edition =>
  editionOf(Object.entries(of).map(([path, content]) => ({ path, content })));

let caches: MemoryCaches;
/** What was asked of the network. */
let asked: string[];
let served: Site;
/** Answers that stand for the file of a path. */
let faults: Record<string, () => Response>;
let isCut: boolean;

beforeEach(() => {
  caches = new MemoryCaches();
  asked = [];
  served = site;
  faults = {};
  isCut = false;
});

async function fetched(input: Request | string): Promise<Response> {
  const path =
    (typeof input === 'string' ? input : input.url).slice(scope.length).split('?')[0]! || 'index.html';
  asked.push(path);
  if (isCut) throw new TypeError('Failed to fetch');
  const content = served[path];
  const late = path === 'manifest.webmanifest' ? 20 : 0;
  const headers = { 'content-type': path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream' };
  const fault = faults[path];
  if (fault) return fault();
  await new Promise((resolve) => setTimeout(resolve, late));
  return content === undefined
    ? new Response('<h1>Not found</h1>', { status: 404 })
    : new Response(content, { headers });
}

function shelfOf(of: Site): Shelf {
  return new Shelf({ caches: caches as unknown as CacheStorage, fetch: fetched, scope }, edition(of));
}

/** Answers a request, and waits until what it brought is kept. */
async function answer(shelf: Shelf, path: string): Promise<string> {
  const works: Promise<unknown>[] = [];
  const response = await shelf.answer(new Request(scope + path), (work) => works.push(work));
  await Promise.all(works);
  return response.text();
}

const kept = (of: Site): string[] => caches.pathsOf(edition(of).version, scope);

describe('at first', () => {
  test('what index.html names is kept, and opens without a network', async () => {
    const shelf = shelfOf(site);
    await shelf.fill();
    expect(kept(site)).toEqual(['assets/index-aaaaaaaa.js', 'index.html', 'manifest.webmanifest']);
    isCut = true;
    expect(await answer(shelf, '')).toBe(site['index.html']);
    expect(await answer(shelf, '?from=a-link')).toBe(site['index.html']);
    expect(await answer(shelf, 'assets/index-aaaaaaaa.js')).toBe('the page');
    await expect(answer(shelf, 'assets/files-bbbbbbbb.js')).rejects.toThrow('Failed to fetch');
  });

  test.each([
    ['is missing', () => new Response('<h1>Not found</h1>', { status: 404 })],
    ['is a web page', () => new Response('<!doctype html><title>Welcome</title>')],
    ['is cut short', () => new Response('the p')],
    ['is damaged', () => new Response('the pagf')],
  ])('nothing is kept where a file %s', async (_, fault) => {
    faults = { 'assets/index-aaaaaaaa.js': fault };
    await expect(shelfOf(site).fill()).rejects.toThrow('not what the build made');
    // Nor by a file that arrives after the fault is known.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await caches.keys()).toEqual([]);
  });

  test('nothing is kept where there is no room', async () => {
    caches.isFull = true;
    await expect(shelfOf(site).fill()).rejects.toThrow('full');
    expect(await caches.keys()).toEqual([]);
  });
});

describe('later', () => {
  test('a file is kept when it was used, and not asked for again', async () => {
    const shelf = shelfOf(site);
    expect(await answer(shelf, 'assets/files-bbbbbbbb.js')).toBe('a room');
    isCut = true;
    expect(await answer(shelf, 'assets/files-bbbbbbbb.js')).toBe('a room');
    expect(asked).toEqual(['assets/files-bbbbbbbb.js']);
  });

  test('of the headers it keeps the type and what the host demands, and no others', async () => {
    const path = 'assets/files-bbbbbbbb.js';
    const demanded = { 'content-type': 'text/javascript', 'cross-origin-embedder-policy': 'require-corp' };
    const headers = { ...demanded, etag: '"1"' };
    faults = { [path]: () => new Response(site[path], { headers }) };
    const shelf = shelfOf(site);
    await answer(shelf, path);
    isCut = true;
    const response = await shelf.answer(new Request(scope + path), () => undefined);
    expect(Object.fromEntries(response.headers)).toEqual(demanded);
  });

  test('an error, or a web page in place of a file, passes through and is forgotten', async () => {
    const shelf = shelfOf(site);
    faults = { 'assets/files-bbbbbbbb.js': () => new Response('<!doctype html>') };
    expect(await answer(shelf, 'assets/files-bbbbbbbb.js')).toBe('<!doctype html>');
    faults = { 'assets/files-bbbbbbbb.js': () => new Response('', { status: 500 }) };
    expect(await answer(shelf, 'assets/files-bbbbbbbb.js')).toBe('');
    expect(kept(site)).toEqual([]);
    faults = {};
    expect(await answer(shelf, 'assets/files-bbbbbbbb.js')).toBe('a room');
  });

  test('a full disk costs the memory alone', async () => {
    const shelf = shelfOf(site);
    caches.isFull = true;
    expect(await answer(shelf, 'assets/small-cccccccc.sbm')).toBe('a model');
  });

  test('what a visit has fetched before is kept, where it is a file of the page', async () => {
    const shelf = shelfOf(site);
    await shelf.keep([
      `${scope}assets/small-cccccccc.sbm`,
      `${scope}assets/unknown-00000000.js`,
      'https://elsewhere.example/index.html',
    ]);
    expect(kept(site)).toEqual(['assets/small-cccccccc.sbm']);
    expect(asked).toEqual(['assets/small-cccccccc.sbm']);
  });

  test('only files of the page are answered', () => {
    const shelf = shelfOf(site);
    const knows = (address: string, init?: RequestInit): boolean => shelf.knows(new Request(address, init));
    expect(knows(scope)).toBe(true);
    expect(knows(`${scope}assets/files-bbbbbbbb.js`)).toBe(true);
    expect(knows(`${scope}other.html`)).toBe(false);
    expect(knows('https://example.org/else/index.html')).toBe(false);
    expect(knows(scope, { method: 'POST' })).toBe(false);
    expect(knows(`${scope}index.html`, { headers: { range: 'bytes=0-1' } })).toBe(false);
  });
});

describe('a new edition', () => {
  beforeEach(async () => {
    const old = shelfOf(site);
    await old.fill();
    await answer(old, 'assets/files-bbbbbbbb.js');
    await answer(old, 'assets/small-cccccccc.sbm');
    served = next;
    asked = [];
  });

  test('brings anew what was kept, and fetches nothing that has not changed', async () => {
    await shelfOf(next).fill();
    expect(kept(next)).toEqual(Object.keys(next).sort());
    expect(asked).not.toContain('assets/small-cccccccc.sbm');
  });

  test('comes without a room that does not arrive', async () => {
    faults = { 'assets/files-eeeeeeee.js': () => new Response('', { status: 503 }) };
    await shelfOf(next).fill();
    expect(kept(next)).not.toContain('assets/files-eeeeeeee.js');
    expect(kept(next)).toContain('index.html');
  });

  test('leaves the files of the one before to its open tabs, and no older ones', async () => {
    const oldest = shelfOf({ ...site, 'manifest.webmanifest': '{ }' });
    served = { ...site, 'manifest.webmanifest': '{ }' };
    await oldest.fill();
    served = next;
    const shelf = shelfOf(next);
    await shelf.fill();
    await shelf.clear();
    expect(await caches.keys()).toHaveLength(2);
    isCut = true;
    expect(await answer(shelf, 'assets/index-aaaaaaaa.js')).toBe('the page');
    expect(await answer(shelf, '')).toBe(next['index.html']);
  });
});
