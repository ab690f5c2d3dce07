import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { MODEL_NAMES, type ModelName } from '../../lib/types.js';
import { modelFileName } from '../../lib/variants.js';
import { virtualModule } from './virtual.js';

/** The entries of the package that a page chooses between. */
export const WEIGHED = ['index', 'worker', 'element'] as const;
export type WeighedEntry = (typeof WEIGHED)[number];

/** Bytes that somebody downloads who opens a page with the package in it. */
export interface Weights {
  /** Minified and compressed with gzip; with the script of its workers, where the entry has some. */
  javascript: Readonly<Record<WeighedEntry, number>>;
  /** The engine with relaxed SIMD, compressed with gzip. */
  engine: number;
  /** The blobs as they are: hosts do not compress them. */
  models: Readonly<Record<ModelName, number>>;
}

/** The module `virtual:weights`: a `Weights`, counted from the built package. */
export function weights(root: string, models: string): Plugin {
  return virtualModule('virtual:weights', async () => {
    const counted = await count(root, models);
    return `export const weights = ${JSON.stringify(counted)};\n`;
  });
}

const compressed = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

async function count(root: string, models: string): Promise<Weights> {
  const script = (name: string): Promise<number> => minified(`${root}dist/${name}.js`).then(compressed);
  const [index, worker, element, inWorker] = await Promise.all(
    ['index', 'worker', 'element', 'worker-script'].map(script),
  );
  const bytes = (name: ModelName): number =>
    statSync(`${models}/${modelFileName(name, 'int8')}`, { throwIfNoEntry: false })?.size ?? 0;
  return {
    javascript: { index: index!, worker: worker! + inWorker!, element: element! + inWorker! },
    engine: compressed(readFileSync(`${root}dist/engine/int8-relaxed.wasm`)),
    models: Object.fromEntries(MODEL_NAMES.map((name) => [name, bytes(name)])) as Weights['models'],
  };
}

/** An entry as the bundler of a page makes it. */
async function minified(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    // Chunks are free of side effects, which esbuild remarks at every import of one.
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]!.contents;
}
