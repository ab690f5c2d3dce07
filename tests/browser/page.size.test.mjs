// What a visitor downloads before the page is whole.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const site = new URL('../../site/', import.meta.url);
const assets = readdirSync(new URL('assets/', site));

/** What index.html itself asks for: its script, and the links that the build wrote into it. */
const html = readFileSync(new URL('index.html', site), 'utf8');
const named = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map(([, name]) => name);

const compressed = (name) => brotliCompressSync(readFileSync(new URL(`assets/${name}`, site))).length;
const sum = (names) => names.reduce((total, name) => total + compressed(name), 0);

/** The package's worker lies in the page as the package ships it; it is asked for once. */
const worker = assets.filter((name) => /^worker-script-.*\.js$/.test(name)).sort()[0];

test('the first room, the engine and nano are asked for by index.html', () => {
  for (const pattern of [
    /^index-.*\.js$/,
    /^read-.*\.js$/,
    /^read-.*\.css$/,
    /^int8-relaxed-.*\.wasm$/,
    /^nano-.*\.sbm$/,
  ]) {
    assert.ok(
      named.some((name) => pattern.test(name)),
      `nothing like ${pattern} among ${named}`,
    );
  }
  assert.ok(!named.some((name) => /^(small|shrink|files|embed|evidence)-/.test(name)), String(named));
});

test('the scripts of the first load are at most 60 kB', () => {
  const bytes = sum([...named.filter((name) => name.endsWith('.js')), worker]);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});

/** Up to the first answer, which nano gives. */
const first = brotliCompressSync(html).length + sum([...new Set([...named, worker])]);

test('up to the first answer it is at most 320 kB', () => {
  assert.ok(first <= 320_000, `${first} bytes`);
});

test('the page with small alone is at most 1.6 MB', () => {
  const nano = sum(named.filter((name) => /^nano-/.test(name)));
  const bytes = first - nano + sum(assets.filter((name) => /^small-.*\.sbm$/.test(name)));
  assert.ok(bytes <= 1_600_000, `${bytes} bytes`);
});
