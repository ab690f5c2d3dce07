import { expect, test } from '@jest/globals';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { Analyzer } from '../../../web/lib/types.js';
import { WorkerHost } from '../../../web/lib/worker/host.js';
import type { Answer, Parts } from '../../../web/lib/worker/protocol.js';
import { FakeEngine } from '../support/fake-engine.js';
import { testVocabulary } from '../tokenizer/golden.js';

const analyzer = new EngineAnalyzer(new FakeEngine(64), new Tokenizer(testVocabulary()), 0);
const parts: Parts = {
  blob: { name: 'some', bytes: new Uint8Array() },
  module: {},
  kernels: 'scalar',
  precision: 'int8',
};

test('a call waits for the model that is loading', async () => {
  const answers: Answer[] = [];
  let load: (loaded: Analyzer) => void = () => undefined;
  const host = new WorkerHost(
    (answer) => answers.push(answer),
    () => new Promise((resolve) => (load = resolve)),
  );
  host.take({ kind: 'request', id: 1, request: { kind: 'load', parts } });
  const request = { kind: 'call', method: 'analyze', input: 'good', wantsProgress: false } as const;
  host.take({ kind: 'request', id: 2, request });
  await new Promise(setImmediate);
  expect(answers).toEqual([{ kind: 'ready' }]);
  load(analyzer);
  while (answers.length < 3) await new Promise(setImmediate);
  expect(answers[1]).toMatchObject({ kind: 'done', id: 1 });
  expect(answers[2]).toEqual({ kind: 'done', id: 2, result: analyzer.analyze('good') });
});
