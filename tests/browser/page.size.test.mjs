// What a visitor downloads before the page is whole.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const site = new URL('../../site/', import.meta.url);
const assets = readdirSync(new URL('assets/', site));

/** Bytes of the assets whose names match, as a host with brotli sends them. */
function sent(...patterns) {
  return patterns
    .flatMap((pattern) => {
      const names = assets.filter((name) => pattern.test(name));
      assert.ok(names.length > 0, `nothing in site/assets is like ${pattern}`);
      return names;
    })
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(new URL(`assets/${name}`, site))).length, 0);
}

const script = /^(index|engine\.worker|compare)-.*\.js$/;

test('the scripts are at most 60 kB', () => {
  const bytes = sent(script);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});

/** What every first load brings, whichever model reads. */
const page = () =>
  brotliCompressSync(readFileSync(new URL('index.html', site))).length +
  sent(script, /\.css$/, /^int8-relaxed-.*\.wasm$/);

test('up to the first answer, which nano gives, it is at most 400 kB', () => {
  const bytes = page() + sent(/^nano-.*\.sbm$/);
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});

test('the page with small is at most 1.6 MB', () => {
  const bytes = page() + sent(/^small-.*\.sbm$/);
  assert.ok(bytes <= 1_600_000, `${bytes} bytes`);
});
