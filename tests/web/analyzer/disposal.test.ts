import { expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAnalyzer } from '../../../web/lib/index.js';
import { DISPOSE } from '../../../web/lib/disposal.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(120_000);

const model = new Uint8Array(readFileSync(new URL('../../golden/engine/transformer.sbm', import.meta.url)));

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('analyzers that were disposed of leave no memory: a hundred of them', async () => {
  const memories: WeakRef<WebAssembly.Memory>[] = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    for (const one of Object.values(instance.exports)) {
      if (one instanceof WebAssembly.Memory) memories.push(new WeakRef(one));
    }
    return instance;
  }) as unknown as typeof instantiate;
  try {
    for (let i = 0; i < 100; ++i) {
      const analyzer = await createAnalyzer({ model });
      analyzer.analyze('the hotel was good');
      analyzer[DISPOSE]();
      expect(() => analyzer.analyze('good')).toThrow('disposed');
    }
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  expect(memories).toHaveLength(100);
  // What was looked at in this turn of the event loop is held to its end.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  // The last one may still be on the stack.
  expect(memories.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(1);
});
