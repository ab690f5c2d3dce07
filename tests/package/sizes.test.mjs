// What a visitor downloads of the library, brotli: budgets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** An entry as a page's bundler makes it, with or without the JavaScript around the engine. */
async function bundled(entry, glue) {
  const { outputFiles } = await build({
    entryPoints: [`web/lib/${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    mainFields: ['module', 'main'],
    write: false,
    external: glue ? [] : ['*/generated/glue.js'],
  });
  return brotliCompressSync(outputFiles[0].contents).length;
}
const file = (path) => brotliCompressSync(readFileSync(path)).length;
const atMost = (limit, bytes) => assert.ok(bytes <= limit, `${bytes} bytes, of ${limit}`);

test('the library, without glue: 14 kB', async () => {
  atMost(14_000, await bundled('index', false));
});

test('library, engine and nano: 320 kB', async () => {
  atMost(
    320_000,
    (await bundled('nano', true)) + file('dist/engine/int8-relaxed.wasm') + file('dist/models/nano.sbm'),
  );
});
