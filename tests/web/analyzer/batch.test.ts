import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { BatchOptions, BatchProgress } from '../../../web/lib/types.js';
import { FakeEngine } from '../support/fake-engine.js';
import { someText } from '../support/texts.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());
let engine: FakeEngine;
let analyzer: EngineAnalyzer;

beforeEach(() => {
  engine = new FakeEngine();
  analyzer = new EngineAnalyzer(engine, tokenizer, 0);
});

const TEXTS = Array.from(
  { length: 300 },
  (_, i) => `the hotel was ${'very '.repeat(i % 13)}good, meal ${i % 10} was not.`,
);

describe('analyzeBatch', () => {
  test('gives exactly what analyze gives, in the order of the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someText, { maxLength: 100 }), async (texts) => {
        expect(await analyzer.analyzeBatch(texts)).toEqual(texts.map((text) => analyzer.analyze(text)));
      }),
      { numRuns: 30 },
    );
  });

  test('takes arrays, sets, generators and asynchronous generators', async () => {
    const expected = TEXTS.map((text) => analyzer.analyze(text));
    function* lazily(): Generator<string> {
      yield* TEXTS;
    }
    async function* slowly(): AsyncGenerator<string> {
      for (const text of TEXTS) yield await Promise.resolve(text);
    }
    expect(await analyzer.analyzeBatch(lazily())).toEqual(expected);
    expect(await analyzer.analyzeBatch(slowly())).toEqual(expected);
    expect(await analyzer.analyzeBatch(new Set(['good', 'bad']))).toHaveLength(2);
    expect(await analyzer.analyzeBatch([])).toEqual([]);
  });

  test('puts many texts into one run of the engine', async () => {
    await analyzer.analyzeBatch(TEXTS);
    expect(engine.runs.length).toBeLessThan(TEXTS.length / 8);
  });

  test('tells how far it is', async () => {
    const seen: BatchProgress[] = [];
    await analyzer.analyzeBatch(TEXTS, { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual({ done: 300, total: 300 });
    expect(seen.every(({ done }, i) => done > (seen[i - 1]?.done ?? 0))).toBe(true);
  });

  test('does not claim to know the number of texts of a generator', async () => {
    const seen: BatchProgress[] = [];
    await analyzer.analyzeBatch(TEXTS.values(), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: 300 });
  });

  test('gives other work a turn', async () => {
    const start = performance.now();
    let turns = 0;
    const timer = setInterval(() => ++turns, 1);
    // Goes on until others have had their turns, or until it is plain that they get none.
    function* endlessly(): Generator<string> {
      while (turns < 3 && performance.now() - start < 4000) yield* TEXTS;
    }
    await analyzer.analyzeBatch(endlessly());
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  test('stops when its signal says so', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const batch = analyzer.analyzeBatch(TEXTS, {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done >= 64) controller.abort(reason);
      },
    });
    await expect(batch).rejects.toMatchObject({ name: 'SentibyteError', code: 'aborted', cause: reason });
    expect(engine.runs.flat().length).toBeLessThan(TEXTS.length);
  });

  test('does not begin when its signal has said so', async () => {
    const batch = analyzer.analyzeBatch(TEXTS, { signal: AbortSignal.abort() });
    await expect(batch).rejects.toMatchObject({ code: 'aborted' });
    expect(engine.runs).toEqual([]);
  });

  test('closes the iterable that it leaves early', async () => {
    let isClosed = false;
    function* texts(): Generator<string> {
      try {
        for (;;) yield 'good';
      } finally {
        isClosed = true;
      }
    }
    const controller = new AbortController();
    const batch = analyzer.analyzeBatch(texts(), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(batch).rejects.toMatchObject({ code: 'aborted' });
    expect(isClosed).toBe(true);
  });

  test('listens to its signal until the last result is there', async () => {
    const controller = new AbortController();
    const batch = analyzer.analyzeBatch(['good'], {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(batch).rejects.toMatchObject({ code: 'aborted' });
  });

  test.each([
    ['in the middle', TEXTS],
    ['with the last progress', ['good']],
  ])('stops when the analyzer is disposed of %s', async (_, texts) => {
    const batch = analyzer.analyzeBatch(texts, {
      onProgress: () => {
        analyzer.dispose();
      },
    });
    await expect(batch).rejects.toMatchObject({ code: 'disposed' });
  });

  test('names the entry that is no string', async () => {
    await expect(analyzer.analyzeBatch(['good', 5 as unknown as string])).rejects.toMatchObject({
      code: 'input',
      message: 'texts[1] must be a string, but is of type number.',
    });
  });

  test.each([['good'], [undefined], [null], [7], [{}]])(
    'refuses %j in place of an iterable',
    async (texts) => {
      await expect(analyzer.analyzeBatch(texts as unknown as string[])).rejects.toMatchObject({
        code: 'input',
      });
    },
  );

  test.each([
    [null, 'options must be an object, but is null.'],
    [7, 'options must be an object, but is of type number.'],
    [{ onProgess: 1 }, 'There is no option "onProgess"; did you mean "onProgress"?'],
    [{ signal: 'stop' }, 'signal must be an AbortSignal, but is "stop".'],
  ])('refuses the options %j', async (options, message) => {
    const answer = analyzer.analyzeBatch(['good'], options as unknown as BatchOptions);
    await expect(answer).rejects.toMatchObject({ name: 'SentibyteError', code: 'input', message });
  });

  test('passes on what the iterable throws', async () => {
    function* broken(): Generator<string> {
      yield 'good';
      throw new RangeError('the file ended');
    }
    await expect(analyzer.analyzeBatch(broken())).rejects.toThrow(new RangeError('the file ended'));
  });
});
