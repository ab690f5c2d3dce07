import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { accuracyPoints } from '../../../evaluation/figures/points.js';

let root: string;
const content = (name: string, bytes: number): Buffer => Buffer.from(`${name} `.repeat(bytes / 8));
const files = {
  'build/page/index.js': content('library', 4000),
  'dist/engine/int8-relaxed.wasm': content('engine', 9000),
  'models/nano.sbm': content('model', 30_000),
  'models/nano.float.sbm': content('floats', 90_000),
};
const sets = { sst2_dev: { texts: 872, int8: { accuracy: 0.8 }, float: { accuracy: 0.9 } } };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sentibyte-points-'));
  for (const folder of ['build/page', 'dist/engine', 'models/results'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
  const write = (name: string, value: unknown): void => {
    writeFileSync(join(root, 'models/results', name), JSON.stringify(value));
  };
  write('nano.json', { model: 'nano', sets });
  write('missing.json', { model: 'missing', sets });
  write('peers.json', {
    peers: [{ name: 'theirs', sst2: 91, split: 'test', bytes: 5, counts: 'weights', source: 'a card' }],
  });
  write('lexicons.json', {
    command: 'npm run x',
    peers: [{ name: 'words', version: '1', downloadBytes: 7, sets: { sst2_dev: { tiesHalf: 60 } } }],
  });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('a model counts with its engine and the library, and has no point where one of them is missing', async () => {
  const points = await accuracyPoints(root, join(root, 'models'));
  const sent = ['build/page/index.js', 'dist/engine/int8-relaxed.wasm', 'models/nano.sbm'] as const;
  const bytes = sent.reduce((sum, name) => sum + brotliCompressSync(files[name]).length, 0);
  expect(points.map(({ name, kind, bytes: size, accuracy }) => [name, kind, size, accuracy])).toEqual([
    ['nano', 'int8', bytes, 0.8],
    ['theirs', 'weights', 5, 0.91],
    ['words', 'package', 7, 0.6],
  ]);
  expect(points.map(({ isShipped }) => isShipped)).toEqual([true, false, false]);
  expect(points[1]!.source).toBe('a card (on the test sentences)');
});
