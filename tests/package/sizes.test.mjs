// What a visitor downloads of the library, brotli: budgets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { bundledEntry } from '../../scripts/package/weight.mjs';

const weight = (bytes) => brotliCompressSync(bytes).length;
const file = (path) => weight(readFileSync(path));
const atMost = (limit, bytes) => assert.ok(bytes <= limit, `${bytes} bytes, of ${limit}`);

// 14 kB were aimed at, for a library that did less: left out, `explain` is worth 1.6 kB, `coverage` 0.9, own words 0.9,
// `model: 'auto'` 0.5, the cache 0.4 and calls that stop 0.4; without all of them it weighs 14.6. What is in it is printed
// by `node scripts/package/weight.mjs`.
test('the library, without glue: 19.2 kB', async () => {
  atMost(19_200, weight(await bundledEntry('index', { glue: false })));
});

test('library, engine and nano: 320 kB', async () => {
  atMost(
    320_000,
    weight(await bundledEntry('nano')) + file('dist/engine/int8-relaxed.wasm') + file('dist/models/nano.sbm'),
  );
});
