import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const root = new URL('../../../', import.meta.url);
const read = (path: string): Buffer => readFileSync(new URL(path, root));
const sent = (path: string): number => brotliCompressSync(read(`web/lib/${path}`)).length;

const limits = JSON.parse(read('scripts/wasm/limits.json').toString()) as {
  engine: number;
  quantizer: number;
};
const MODULES = ['int8', 'float'].flatMap((precision) =>
  ['scalar', 'simd', 'relaxed'].map((kernels) => `${precision}-${kernels}`),
);

describe('what a visitor downloads', () => {
  test.each([
    ...MODULES.map((name) => [name, 'glue', limits.engine] as const),
    ['quantizer', 'quantizer-glue', limits.quantizer] as const,
  ])('%s and its %s: at most %d bytes brotli', (name, glue, limit) => {
    expect(sent(`generated/${glue}.js`) + sent(`engine/${name}.wasm`)).toBeLessThanOrEqual(limit);
  });
});
