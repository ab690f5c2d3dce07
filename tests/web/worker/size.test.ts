import { expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bytes of entries in one bundle as a host with brotli sends it, minified as bundlers do, without the engine's glue. */
async function sent(...entries: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((entry) => `export * as ${entry} from './web/lib/${entry}.ts';`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    mainFields: ['module', 'main'],
    external: ['*/generated/glue.js'],
    write: false,
  });
  return brotliCompressSync(outputFiles[0]!.contents).length;
}

test('the client of the workers adds at most 4 kB to the library', async () => {
  expect((await sent('index', 'worker')) - (await sent('index'))).toBeLessThanOrEqual(4000);
});

test('the element adds at most 6 kB to the client', async () => {
  expect((await sent('worker', 'element')) - (await sent('worker'))).toBeLessThanOrEqual(6000);
});
