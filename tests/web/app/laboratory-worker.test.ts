import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Laboratory } from '../../../web/app/rooms/shrink/engine/laboratory.js';
import type { Opened, Reading, Trial, Update } from '../../../web/app/rooms/shrink/engine/protocol.js';
import { createAnalyzer } from '../../../web/lib/node/index.js';
import { createQuantizer } from '../../../web/lib/quantizer.js';
import type { Analyzer } from '../../../web/lib/types.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));
const wasm = {
  simd: read('web/lib/engine/float-simd.wasm'),
  scalar: read('web/lib/engine/float-scalar.wasm'),
};
const texts = ['What a lovely morning.', 'The soup was cold and the waiter rude.', 'The bus leaves at nine.'];
const ignore = (): void => undefined;

let made: Analyzer[];
let disposed: Analyzer[];
let fetches: string[];
let compiled: string[];
let laboratory: Laboratory;

beforeEach(() => {
  made = [];
  disposed = [];
  fetches = [];
  compiled = [];
  laboratory = new Laboratory({
    createAnalyzer: async (options) => {
      const analyzer = await createAnalyzer(options?.precision === 'float' ? { ...options, wasm } : options);
      const dispose = analyzer.dispose.bind(analyzer);
      analyzer.dispose = () => {
        disposed.push(analyzer);
        dispose();
      };
      made.push(analyzer);
      return analyzer;
    },
    createQuantizer,
    clock: () => performance.now(),
    fetchBlob: (model, progress) => {
      fetches.push(model);
      if (model === 'missing') return Promise.reject(new Error('not there'));
      const blob = read(`models/${model}.float.sbm`);
      progress(blob.length);
      return Promise.resolve(blob);
    },
    compile: (address) => {
      compiled.push(address);
      return WebAssembly.compile(readFileSync(new URL(address)));
    },
    pause: () => Promise.resolve(),
  });
});

const open = async (model: string, update: (update: Update) => void = ignore): Promise<Opened> =>
  await laboratory.services.open({ model, kernels: 'best', texts }, update);
const make = async (options = {}, kernels: 'best' | 'scalar' = 'best'): Promise<Trial> =>
  await laboratory.services.try({ options, kernels }, ignore);
const ask = async (text: string): Promise<Reading | undefined> =>
  await laboratory.services.read({ text }, ignore);

describe('a model in floats', () => {
  test('is fetched once, told of as it comes, and read', async () => {
    const updates: Update[] = [];
    const opened = await open('nano', (update) => updates.push(update));
    expect(updates[0]).toEqual({ kind: 'fetched', loaded: opened.bytes });
    expect(opened.answers.map(({ label }) => label)).toEqual(['positive', 'negative', 'neutral']);
    expect(opened.row.weights.length).toBeGreaterThan(100);
    await open('cnn');
    await open('nano');
    expect(fetches).toEqual(['nano', 'cnn']);
  });

  test('that does not come leaves the one before', async () => {
    await open('nano');
    await make({ bits: 8 });
    await expect(open('missing')).rejects.toThrow('not there');
    expect((await ask('Good.'))?.made.label).toBe('positive');
    expect((await make({ bits: 4 })).bytes).toBeGreaterThan(100_000);
  });
});

describe('a model that is made', () => {
  test('is smaller with fewer bits, and says how its numbers lie', async () => {
    const { row } = await open('nano');
    const eight = await make({ bits: 8 });
    const three = await make({ bits: 3, prune: 0.3 });
    expect(three.bytes).toBeLessThan(eight.bytes);
    expect(new Set(three.row!.codes).size).toBeLessThanOrEqual(7);
    expect(three.row!.codes).toHaveLength(row.weights.length);
    expect(three.noise.every(({ bits, ratio }) => bits === 3 && ratio < 30)).toBe(true);
    expect(eight.noise.every(({ ratio }) => ratio > 30)).toBe(true);
    expect(three.time.whole).toBeGreaterThanOrEqual(three.time.making);
  });

  test('with no option is the one that ships', async () => {
    await open('nano');
    const { bytes, noise } = await make();
    expect(bytes).toBe(read('models/nano.sbm').length);
    expect(new Set(noise.map(({ bits }) => bits)).size).toBeGreaterThan(1);
  });

  test('has no row to show where neurons went from it', async () => {
    await open('cnn');
    expect((await make({ bits: 8 })).row).toBeDefined();
    expect((await make({ bits: 8, pruneNeurons: 0.5 })).row).toBeUndefined();
  });

  test('runs on the kernels that were asked for, and only scalar code with zero points', async () => {
    await open('nano');
    expect((await make({ bits: 8 }, 'scalar')).kernels).toBe('scalar');
    expect(await make({ bits: 8, scheme: 'asymmetric' })).toMatchObject({ kernels: 'simd', path: 'scalar' });
  });

  test('of settings that do not go together is refused, and the one before stays', async () => {
    await open('nano');
    await make({ bits: 8 });
    await expect(make({ budget: 10 })).rejects.toMatchObject({ code: 'input' });
    expect((await ask('Good.'))?.made.label).toBe('positive');
  });
});

test('an engine is compiled once, however many models it runs', async () => {
  await open('nano');
  const sizes = [await make({ bits: 8 }), await make({ bits: 4 })].map(({ engineBytes }) => engineBytes);
  expect(compiled).toEqual([expect.stringMatching(/int8-simd\.wasm$/)]);
  expect(sizes[0]).toBeGreaterThan(50_000);
  expect(sizes[1]).toBe(sizes[0]);
});

test('nothing is read or measured before there is a model', async () => {
  expect(await ask('Good.')).toBeUndefined();
  expect(await laboratory.services.measure({}, ignore)).toBeUndefined();
});

test('a measurement ends when another model is asked for', async () => {
  await open('nano');
  await make({ bits: 8 });
  const measured = laboratory.services.measure({}, ignore);
  await make({ bits: 4 });
  expect(await measured).toBeUndefined();
});

test('of all models that were made, the last and its original are kept', async () => {
  await open('nano');
  await make({ bits: 8 });
  await make({ bits: 4 });
  await open('cnn');
  await make({ bits: 4 });
  expect(made).toHaveLength(5);
  expect(disposed).toHaveLength(3);
});
