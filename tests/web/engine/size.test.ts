import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

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
