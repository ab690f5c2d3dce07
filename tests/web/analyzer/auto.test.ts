import { expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadInTurn } from '../../../web/lib/analyzer/auto.js';
import { startAnalyzer } from '../../../web/lib/analyzer/create.js';
import { SentibyteError } from '../../../web/lib/errors.js';
import { NODE } from '../../../web/lib/files/node-platform.js';
import type { AnalyzerPlatform } from '../../../web/lib/files/platform.js';
import type { ModelChange, ModelName } from '../../../web/lib/types.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../golden/engine/${name}.sbm`, import.meta.url)));
const blobs: Record<ModelName, Uint8Array> = { nano: fixture('dense'), small: fixture('transformer') };

/** A place where `small` comes when it is let, or fails. */
function place(small: Promise<void>): AnalyzerPlatform {
  return {
    engineFile: (precision, kernels) =>
      new URL(`../../../web/lib/engine/${precision}-${kernels}.wasm`, import.meta.url),
    modelFile: (name) => new URL(`file:///${name}.sbm`),
    readFile: async (address) => {
      const name = /(nano|small)\.sbm$/.exec(address.pathname)?.[1] as ModelName | undefined;
      if (name === undefined) return NODE.readFile!(address);
      if (name === 'small') await small;
      return blobs[name];
    },
  };
}

test('nano answers first, small takes over, and what had begun ends with what it began with', async () => {
  let bring: () => void = () => undefined;
  const changes: ModelChange[] = [];
  let changed: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (changed = resolve));
  const analyzer = await startAnalyzer(
    {
      model: 'auto',
      onModel: (change) => {
        changes.push(change);
        if (changes.length === 2) changed();
      },
    },
    place(new Promise((resolve) => (bring = resolve))),
  );
  const alone = {
    nano: await startAnalyzer({ model: blobs.nano }, NODE),
    small: await startAnalyzer({ model: blobs.small }, NODE),
  };
  expect(analyzer.model).toBe('nano');
  expect(analyzer.analyze('good')).toEqual({ ...alone.nano.analyze('good'), model: 'nano' });
  const texts = Array.from({ length: 500 }, (_, i) => `the hotel was good ${'x '.repeat(i)}`);
  const batch = analyzer.analyzeBatch(texts);
  bring();
  await both;
  expect(changes).toEqual([{ model: 'nano' }, { model: 'small' }]);
  expect(analyzer.analyze('good')).toEqual({ ...alone.small.analyze('good'), model: 'small' });
  expect((await batch).map(({ model }) => model)).toEqual(texts.map(() => 'nano'));
  expect(analyzer.bytes).toBe(blobs.small.length);
  analyzer.dispose();
  expect(() => analyzer.analyze('good')).toThrow('disposed');
});

test('where small does not come nano goes on, and it is said', async () => {
  let fail: (error: Error) => void = () => undefined;
  const failed = await new Promise<[ModelChange, () => ModelName | undefined]>((resolve) => {
    const starting = startAnalyzer(
      {
        model: 'auto',
        onModel: (change) => {
          if (!change.error) fail(new Error('cut'));
          else
            void starting.then((made) => {
              resolve([change, () => made.analyze('good').model]);
            });
        },
      },
      place(new Promise((_, reject) => (fail = reject))),
    );
  });
  expect(failed[0]).toMatchObject({ model: 'nano', error: { code: 'network' } });
  expect(failed[0].error).toBeInstanceOf(SentibyteError);
  expect(failed[1]()).toBe('nano');
});

test('given up while small comes, it says no more, even where that comes all the same', async () => {
  let bring: () => void = () => undefined;
  const onModel = jest.fn();
  const install = (name: ModelName): Promise<void> =>
    name === 'nano' ? Promise.resolve() : new Promise((resolve) => (bring = resolve));
  const stop = await loadInTurn({ onModel }, install);
  stop();
  bring();
  await new Promise(setImmediate);
  expect(onModel.mock.calls).toEqual([[{ model: 'nano' }]]);
});

test('disposed of before small comes, it says no more', async () => {
  let bring: () => void = () => undefined;
  const onModel = jest.fn();
  const analyzer = await startAnalyzer(
    { model: 'auto', onModel },
    place(new Promise((resolve) => (bring = resolve))),
  );
  analyzer.dispose();
  bring();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onModel.mock.calls).toEqual([[{ model: 'nano' }]]);
});
