import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { TextProgress } from '../../../web/lib/types.js';
import { FakeEngine } from '../support/fake-engine.js';
import { someText } from '../support/texts.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());
let engine: FakeEngine;
let analyzer: EngineAnalyzer;

beforeEach(() => {
  engine = new FakeEngine(64);
  analyzer = new EngineAnalyzer(engine, tokenizer, 0);
});

describe('analyzeAsync and analyzeDocumentAsync', () => {
  const texts = fc.array(someText, { maxLength: 5 }).map((some) => some.join(' '));

  test('give what analyze and analyzeDocument give', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await analyzer.analyzeAsync(text)).toEqual(analyzer.analyze(text));
        expect(await analyzer.analyzeDocumentAsync(text)).toEqual(analyzer.analyzeDocument(text));
      }),
      { numRuns: 50 },
    );
  });

  test('leave each other and analyze alone, however they take turns', async () => {
    const some = ['good '.repeat(60_000), 'bad. '.repeat(50_000), 'the hotel was not good. '.repeat(9000)];
    const expected = some.map((text) => analyzer.analyze(text));
    const results = Promise.all(some.map((text) => analyzer.analyzeAsync(text)));
    const batch = analyzer.analyzeBatch(some);
    for (let i = 0; i < 5; ++i) {
      await new Promise(setImmediate);
      expect(analyzer.analyze(some[0]!)).toEqual(expected[0]);
    }
    expect(await results).toEqual(expected);
    expect(await batch).toEqual(expected);
  });

  test('tell how far they are, never less than before, and when they are done', async () => {
    const text = 'the hotel was not good. '.repeat(5000);
    for (const name of ['analyzeAsync', 'analyzeDocumentAsync'] as const) {
      const seen: TextProgress[] = [];
      await analyzer[name](text, { onProgress: (progress) => seen.push(progress) });
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.every(({ done }, i) => done >= (seen[i - 1]?.done ?? 0))).toBe(true);
      expect(seen.every(({ total }) => total === text.length)).toBe(true);
      expect(seen.at(-1)!.done).toBe(text.length);
    }
  });

  test('refuse what is no string, and are of no use once disposed of', async () => {
    await expect(analyzer.analyzeAsync(7 as unknown as string)).rejects.toMatchObject({ code: 'input' });
    const running = analyzer.analyzeDocumentAsync('good '.repeat(100_000));
    analyzer.dispose();
    await expect(running).rejects.toMatchObject({ code: 'disposed' });
    await expect(analyzer.analyzeAsync('')).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('a signal', () => {
  const calls = {
    analyzeAsync: (text: string, signal: AbortSignal) => analyzer.analyzeAsync(text, { signal }),
    analyzeDocumentAsync: (text: string, signal: AbortSignal) =>
      analyzer.analyzeDocumentAsync(text, { signal }),
    analyzeBatch: (text: string, signal: AbortSignal) => analyzer.analyzeBatch([text], { signal }),
  };

  test.each(Object.entries(calls))('stops %s before it begins', async (_, call) => {
    await expect(call('good', AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
    expect(engine.runs).toEqual([]);
  });

  test('stops at the very end too', async () => {
    const controller = new AbortController();
    const options = {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    };
    await expect(analyzer.analyzeBatch(['good'], options)).rejects.toMatchObject({ code: 'aborted' });
    const another = new AbortController();
    const atTheEnd = analyzer.analyzeAsync('good', {
      signal: another.signal,
      onProgress: ({ done, total }) => {
        if (done === total) another.abort();
      },
    });
    await expect(atTheEnd).rejects.toMatchObject({ code: 'aborted' });
  });

  // Each keeps another part busy: pieces, windows and the engine; one word; suffixes; sentences; skipping; expansion.
  const patterns = ['good. ', 'a', "x'm", '! ', 'http://', '\ufdfa', 'not bad '];
  const long: string[] = [];
  beforeAll(() => {
    for (const pattern of patterns) long.push(pattern.repeat(Math.ceil(10_000_000 / pattern.length)));
  });

  test.each(patterns.map((pattern, index) => [pattern, index] as const))(
    'stops %j, ten million characters of it, between two slices',
    async (_, index) => {
      for (const call of Object.values(calls)) {
        const controller = new AbortController();
        const answer = call(long[index]!, controller.signal);
        // A few turns: then it is in the middle of the text.
        for (let i = 0; i < 3; ++i) await new Promise(setImmediate);
        controller.abort();
        const start = performance.now();
        await expect(answer).rejects.toMatchObject({ code: 'aborted' });
        // 100 ms are promised on a machine of its own; here others run beside.
        expect(performance.now() - start).toBeLessThan(500);
      }
      expect(analyzer.analyze('good')).toEqual(new EngineAnalyzer(engine, tokenizer, 0).analyze('good'));
    },
  );
});

describe('a document', () => {
  test('of one sentence is read and scored once', () => {
    const text = '  The hotel was not good at all!  ';
    const { sentences, ...whole } = analyzer.analyzeDocument(text);
    expect(engine.runs.flat()).toHaveLength(1);
    const { start, end, ...only } = sentences[0]!;
    expect(text.slice(start, end)).toBe(text.trim());
    expect(only).toEqual(whole);
  });

  test('of some sentences asks the engine once, for each of them and the whole', () => {
    analyzer.analyzeDocument('The hotel was good. The meal was not.');
    expect(engine.runs.map((run) => run.map((window) => window.length))).toEqual([[5, 5, 10]]);
  });
});
