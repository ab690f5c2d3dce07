import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { BatchProgress, TextProgress } from '../../../web/lib/types.js';
import { PooledAnalyzer } from '../../../web/lib/worker/client.js';
import { WorkerPool } from '../../../web/lib/worker/pool.js';
import type { Parts } from '../../../web/lib/worker/protocol.js';
import { FakeEngine } from '../support/fake-engine.js';
import { FakeWorkers } from '../support/fake-workers.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());
const alone = new EngineAnalyzer(new FakeEngine(64), tokenizer, 0);
const parts = (name = 'some', model?: Parts['model']): Parts => ({
  blob: { name, bytes: new Uint8Array(10) },
  // The fake engines run none, and structuredClone, unlike postMessage, refuses them.
  module: {},
  kernels: 'scalar',
  precision: 'int8',
  ...(model && { model }),
});

let workers: FakeWorkers;
beforeEach(() => {
  workers = new FakeWorkers(tokenizer);
});
afterEach(() => {
  jest.useRealTimers();
});

async function analyzerOf(count: number): Promise<PooledAnalyzer> {
  const analyzer = new PooledAnalyzer(new WorkerPool(workers.spawn, count));
  await analyzer.setModel(parts(), { bytes: 7 });
  return analyzer;
}

const some = ['the hotel was good', '', 'not good. at all', 'a b z'];
const many = Array.from({ length: 1000 }, (_, i) => `${some[i % 4]!} ${'good '.repeat(i % 7)}`);
const long = 'the hotel was not good. '.repeat(5000);

describe('the workers', () => {
  test('answer what one analyzer answers', async () => {
    const analyzer = await analyzerOf(2);
    for (const text of [...some, long]) {
      expect(await analyzer.analyze(text)).toEqual(alone.analyze(text));
      expect(await analyzer.analyzeDocument(text)).toEqual(alone.analyzeDocument(text));
      if (text !== long) expect(await analyzer.explain(text)).toEqual(alone.explain(text));
    }
    const seen: TextProgress[] = [];
    await analyzer.analyze(long, { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toEqual({ done: long.length, total: long.length });
    expect([analyzer.workers, analyzer.bytes, analyzer.engineFile.bytes]).toEqual([2, 10, 7]);
    analyzer.dispose();
    expect(workers.alive).toBe(0);
  });

  test('share a batch, and keep its order, whatever comes of the workers', async () => {
    const expected = many.map((text) => alone.analyze(text));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(60), async (count, death) => {
        workers = new FakeWorkers(tokenizer);
        workers.fate.dies = (message) => message === death;
        const analyzer = await analyzerOf(count);
        const seen: BatchProgress[] = [];
        const results = await analyzer.analyzeBatch(many, { onProgress: (progress) => seen.push(progress) });
        expect(results).toEqual(expected);
        expect(seen.at(-1)).toEqual({ done: 1000, total: 1000 });
        expect(workers.started.length).toBeLessThanOrEqual(count + 1);
        analyzer.dispose();
      }),
      { numRuns: 30 },
    );
    workers = new FakeWorkers(tokenizer);
    const analyzer = await analyzerOf(3);
    await analyzer.analyzeBatch(many);
    expect(workers.orders.filter(({ kind }) => kind === 'request').length).toBeGreaterThan(15);
    expect(workers.started.every(({ isBusy }) => !isBusy)).toBe(true);
  });

  test('that die twice over one text are said, and others go on', async () => {
    const analyzer = await analyzerOf(1);
    workers.fate.dies = (_, what) =>
      what.kind === 'request' && what.request.kind === 'call' && what.request.input === 'poison';
    await expect(analyzer.analyze('poison')).rejects.toMatchObject({ code: 'worker' });
    expect(workers.started).toHaveLength(2);
    expect(await analyzer.analyze('good')).toEqual(alone.analyze('good'));
    expect(workers.started).toHaveLength(3);
  });

  test('that take the place of others get the model before anything that is asked meanwhile', async () => {
    const analyzer = await analyzerOf(1);
    workers.fate.dies = (_, what) =>
      workers.started.length === 1 && what.kind === 'request' && what.request.kind === 'call';
    const first = analyzer.analyze('good');
    while (workers.started.length === 1) await new Promise(setImmediate);
    const asked = workers.orders.length;
    const second = analyzer.analyze('a b');
    expect(await Promise.all([first, second])).toEqual([alone.analyze('good'), alone.analyze('a b')]);
    const kinds = workers.orders.slice(asked).map((order) => order.kind === 'request' && order.request.kind);
    expect(kinds).toEqual(['load', 'call', 'call']);
  });

  test('that cannot be started are said', async () => {
    const pool = new WorkerPool(() => {
      throw new Error('forbidden here');
    }, 1);
    await expect(pool.setModel(parts())).rejects.toMatchObject({
      code: 'worker',
      cause: { message: 'forbidden here' },
    });
  });

  test('that say nothing are given up after a while, and others are tried when asked again', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    workers.fate.areSilent = true;
    const pool = new WorkerPool(workers.spawn, 1);
    const refused = expect(pool.setModel(parts())).rejects.toMatchObject({
      code: 'worker',
      message: 'The worker did not start within 30 seconds.',
    });
    await jest.advanceTimersByTimeAsync(29_999);
    expect(workers.alive).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    await refused;
    expect(workers.alive).toBe(0);

    workers.fate.areSilent = false;
    await pool.setModel(parts());
    await jest.advanceTimersByTimeAsync(60_000);
    expect(workers.alive).toBe(1);
  });

  test('that refuse a model say why, and keep the one they have', async () => {
    const analyzer = await analyzerOf(2);
    await expect(analyzer.setModel(parts('refused', 'small'), { bytes: 0 })).rejects.toMatchObject({
      code: 'model',
    });
    expect(await analyzer.analyze('good')).toEqual(alone.analyze('good'));
    await analyzer.setModel(parts('other', 'small'), { bytes: 0 });
    expect(await analyzer.analyze('good')).toEqual({ ...alone.analyze('good'), model: 'small' });
    expect(analyzer.model).toBe('small');
  });

  test('refuse what is no text, and are of no use once disposed of', async () => {
    const analyzer = await analyzerOf(1);
    await expect(analyzer.analyze(7 as unknown as string)).rejects.toMatchObject({ code: 'input' });
    await expect(analyzer.analyze('a', { newst: 1 } as object)).rejects.toThrow('did you mean "newest"');
    await expect(analyzer.analyzeBatch('text')).rejects.toMatchObject({ code: 'input' });
    const running = analyzer.analyze(long);
    analyzer.dispose();
    await expect(running).rejects.toMatchObject({ code: 'disposed' });
    await expect(analyzer.analyze('')).rejects.toMatchObject({ code: 'disposed' });
    expect(workers.alive).toBe(0);
  });
});

describe('a signal', () => {
  test('stops at any message, at once, and the worker is free', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), async (turns) => {
        workers = new FakeWorkers(tokenizer);
        const analyzer = await analyzerOf(1);
        const controller = new AbortController();
        const answer = analyzer.analyze(long.repeat(20), { signal: controller.signal });
        for (let i = 0; i < turns; ++i) await new Promise(setImmediate);
        controller.abort();
        const before = workers.messages;
        await expect(answer).rejects.toMatchObject({ code: 'aborted' });
        // Said by the client: not even the order to stop had been delivered.
        expect(workers.messages).toBe(before);
        expect(await analyzer.analyze('good')).toEqual(alone.analyze('good'));
        expect(workers.started).toHaveLength(1);
        analyzer.dispose();
      }),
      { numRuns: 30 },
    );
  });

  test('aborted beforehand asks for nothing', async () => {
    const analyzer = await analyzerOf(1);
    const before = workers.messages;
    const signal = AbortSignal.abort();
    await expect(analyzer.analyze('a', { signal })).rejects.toMatchObject({ code: 'aborted' });
    await expect(analyzer.analyze('a', { signal, newest: true })).rejects.toMatchObject({ code: 'aborted' });
    await expect(analyzer.analyzeBatch(['a'], { signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(workers.messages).toBe(before);
  });

  test('stops a batch whose texts do not come', async () => {
    const analyzer = await analyzerOf(1);
    const controller = new AbortController();
    async function* never(): AsyncGenerator<string> {
      yield 'a';
      await new Promise(() => undefined);
    }
    const answer = analyzer.analyzeBatch(never(), { signal: controller.signal });
    setTimeout(() => {
      controller.abort('enough');
    }, 5);
    await expect(answer).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });
});

describe('the newest call', () => {
  test('makes the ones before worthless, each name for itself', async () => {
    const analyzer = await analyzerOf(1);
    const first = analyzer.analyze(long, { newest: true });
    const other = analyzer.analyze('a b', { newest: 'other' });
    const plain = analyzer.analyze('a b z');
    const second = analyzer.analyzeDocument(long, { newest: true });
    const third = analyzer.analyze('good', { newest: true });
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    expect(await third).toEqual(alone.analyze('good'));
    expect(await other).toEqual(alone.analyze('a b'));
    expect(await plain).toEqual(alone.analyze('a b z'));
  });
});

describe('a stream', () => {
  test('takes texts only as fast as results are taken', async () => {
    const analyzer = await analyzerOf(2);
    let given = 0;
    let isClosed = false;
    function* endless(): Generator<string> {
      try {
        for (;;) yield many[given++ % 1000]!;
      } finally {
        isClosed = true;
      }
    }
    let taken = 0;
    let most = 0;
    for await (const result of analyzer.analyzeStream(endless())) {
      expect(result).toEqual(alone.analyze(many[taken++ % 1000]!));
      if (taken % 50 === 0) for (let i = 0; i < 5; ++i) await new Promise(setImmediate);
      most = Math.max(most, given - taken);
      if (taken === 3000) break;
    }
    expect(most).toBeLessThanOrEqual(2 * 128 + 64);
    expect(isClosed).toBe(true);
    expect(await analyzer.analyze('good')).toEqual(alone.analyze('good'));
  });

  test('that is left early stops what is on its way', async () => {
    const analyzer = await analyzerOf(2);
    for await (const { label } of analyzer.analyzeStream(Array<string>(20).fill(long))) {
      expect(label).toBe(alone.analyze(long).label);
      break;
    }
    expect(workers.orders.some(({ kind }) => kind === 'stop')).toBe(true);
  });

  test('gives what is there while further texts are waited for, and says what its source says', async () => {
    const analyzer = await analyzerOf(1);
    let fail: (error: Error) => void = () => undefined;
    async function* slow(): AsyncGenerator<string> {
      yield* many.slice(0, 64);
      await new Promise((_, reject) => (fail = reject));
    }
    const stream = analyzer.analyzeStream(slow());
    for (const text of many.slice(0, 64)) {
      expect((await stream.next()).value).toEqual(alone.analyze(text));
    }
    fail(new Error('of the source'));
    await expect(stream.next()).rejects.toThrow('of the source');
    expect(() => analyzer.analyzeStream('text')).toThrow('a single string');
  });
});
