import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { instantiate } from '../../../web/lib/engine/instance.js';

const LIMIT = 40_000;
const MODULES = ['int8', 'float'].flatMap((precision) =>
  ['scalar', 'simd', 'relaxed'].map((kernels) => `${precision}-${kernels}`),
);
const read = (path: string): Buffer => readFileSync(new URL(`../../../web/lib/${path}`, import.meta.url));

describe('what a visitor downloads', () => {
  const glue = brotliCompressSync(read('generated/glue.js')).length;
  test.each(MODULES)(`%s and its glue: at most ${LIMIT} bytes brotli`, (name) => {
    expect(glue + brotliCompressSync(read(`engine/${name}.wasm`)).length).toBeLessThanOrEqual(LIMIT);
  });
});

test('a module starts and tests itself within 10 ms', async () => {
  const module = await WebAssembly.compile(read('engine/int8-simd.wasm') as Uint8Array<ArrayBuffer>);
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    expect((await instantiate(module)).selfTest()).toBe(true);
    times.push(performance.now() - start);
  }
  expect(times.sort((a, b) => a - b)[7]).toBeLessThan(10);
});
