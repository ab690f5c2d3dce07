// What a visitor downloads of the library, brotli: budgets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { bundledEntry } from '../../scripts/package/weight.mjs';

const weight = (bytes) => brotliCompressSync(bytes).length;
const file = (path) => weight(readFileSync(path));
const atMost = (limit, bytes) => assert.ok(bytes <= limit, `${bytes} bytes, of ${limit}`);

// 14 kB were aimed at; reading in slices and the checks of options and vocabularies cost what was over until
// 16.5 kB; `explain`, `coverage`, `model: 'auto'`, own words and runs that can be stopped the rest.
test('the library, without glue: 19.2 kB', async () => {
  atMost(19_200, weight(await bundledEntry('index', { glue: false })));
});

test('library, engine and nano: 320 kB', async () => {
  atMost(
    320_000,
    weight(await bundledEntry('nano')) + file('dist/engine/int8-relaxed.wasm') + file('dist/models/nano.sbm'),
  );
});
