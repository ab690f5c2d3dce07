import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { FakeEngine } from '../support/fake-engine.js';
import { testVocabulary } from '../tokenizer/golden.js';

const tokenizer = new Tokenizer(testVocabulary());
const TEXT = 'the hotel was not good. '.repeat(40);
const OTHER = 'bad. '.repeat(300);

let engine: FakeEngine;
let analyzer: EngineAnalyzer;
/** Milliseconds: how long the engine has worked, where each step takes a nanosecond, the longest it may take. */
let clock: number;
let advances: number;

beforeEach(() => {
  engine = new FakeEngine(64);
  engine.advancesARun = 50;
  analyzer = new EngineAnalyzer(engine, tokenizer, 0);
  clock = advances = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  engine.onAdvance = (steps) => {
    clock += steps / 1e6;
    ++advances;
  };
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** As soon as others have a turn after `when()` has come true. */
async function nextTurn(when: () => boolean): Promise<void> {
  while (!when()) await new Promise(setImmediate);
}

const aborted = expect.objectContaining({ name: 'SentibyteError', code: 'aborted' });

describe('a signal', () => {
  const calls = {
    analyzeAsync: (signal: AbortSignal) => analyzer.analyzeAsync(TEXT, { signal }),
    analyzeDocumentAsync: (signal: AbortSignal) => analyzer.analyzeDocumentAsync(TEXT, { signal }),
    explainAsync: (signal: AbortSignal) => analyzer.explainAsync(TEXT, { signal }),
    analyzeBatch: (signal: AbortSignal) => analyzer.analyzeBatch([TEXT], { signal }),
  };

  test.each(Object.entries(calls))(
    'stops %s in the middle of a run, within 50 ms of work',
    async (_, call) => {
      const controller = new AbortController();
      const answer = call(controller.signal).catch((error: unknown) => error);
      // Somebody wants to stop it while the engine works, and can say so when others have a turn.
      const wanted = 123;
      void nextTurn(() => clock >= wanted).then(() => {
        controller.abort();
      });
      expect(await answer).toEqual(aborted);
      expect(engine.runs).toEqual([]);
      expect(clock).toBeLessThan(wanted + 50);
      expect(engine.isRunning()).toBe(false);
    },
  );

  test('that comes while the engine works is heard right after', async () => {
    const controller = new AbortController();
    engine.onAdvance = () => {
      if (++advances === 3) controller.abort();
    };
    await expect(analyzer.analyzeAsync(TEXT, { signal: controller.signal })).rejects.toEqual(aborted);
    expect(advances).toBe(3);
  });

  test('leaves the engine to whoever waits for it', async () => {
    const expected = analyzer.analyze(OTHER);
    const controller = new AbortController();
    const stopped = analyzer.analyzeAsync(TEXT, { signal: controller.signal });
    const waiting = analyzer.analyzeAsync(OTHER);
    void nextTurn(() => clock > 100).then(() => {
      controller.abort();
    });
    await expect(stopped).rejects.toEqual(aborted);
    expect(await waiting).toEqual(expected);
  });

  test('stops who only waits, and whoever has the engine goes on', async () => {
    const expected = analyzer.analyze(TEXT);
    const controller = new AbortController();
    const running = analyzer.analyzeAsync(TEXT);
    const waiting = analyzer.analyzeAsync(OTHER, { signal: controller.signal });
    void nextTurn(() => clock > 100).then(() => {
      controller.abort();
    });
    await expect(waiting).rejects.toEqual(aborted);
    expect(await running).toEqual(expected);
  });
});

describe('runs that stop in the middle', () => {
  test('give what runs at once give, and none is done twice', async () => {
    const expected = [TEXT, OTHER].map((text) => analyzer.analyze(text));
    const atOnce = engine.runs.length;
    const results = await Promise.all([TEXT, OTHER].map((text) => analyzer.analyzeAsync(text)));
    expect(results).toEqual(expected);
    expect(engine.runs.length).toBe(2 * atOnce);
    expect(advances).toBe(engine.advancesARun * atOnce);
  });

  test('take turns with others: who has little to do need not wait for who has much', async () => {
    const order: string[] = [];
    const much = analyzer.analyzeBatch(Array<string>(60).fill(TEXT)).then(() => order.push('much'));
    const little = analyzer.analyzeAsync('good').then(() => order.push('little'));
    await Promise.all([much, little]);
    expect(order).toEqual(['little', 'much']);
  });

  test('end the turn, however short their last slice was', async () => {
    engine.advancesARun = 10;
    engine.onAdvance = () => {
      clock += ++advances % engine.advancesARun === 0 ? 1 : 10;
    };
    const order: string[] = [];
    const much = analyzer.analyzeBatch(Array<string>(60).fill(TEXT)).then(() => order.push('much'));
    await nextTurn(() => advances > 0);
    const little = analyzer.analyzeAsync('good').then(() => order.push('little'));
    await Promise.all([much, little]);
    expect(order).toEqual(['little', 'much']);
  });

  test('let others have a turn every 8 ms or at the next slice, and no more often', async () => {
    engine.advancesARun = 1000;
    engine.onAdvance = () => {
      clock += 1;
      ++advances;
    };
    let turns = 0;
    let isOver = false;
    void nextTurn(() => {
      ++turns;
      return isOver;
    });
    await analyzer.analyzeAsync('good');
    isOver = true;
    expect(turns).toBeGreaterThan(100);
    expect(turns).toBeLessThan(150);
  });

  test('are dropped by what cannot wait, and done anew, at once', async () => {
    const expected = [TEXT, OTHER].map((text) => analyzer.analyze(text));
    const running = analyzer.analyzeAsync(TEXT);
    const waiting = analyzer.analyzeAsync(OTHER);
    // As in a page that analyzes at each frame: whoever is dropped every time must still come to an end.
    let frames = 0;
    const answers = Promise.all([running, waiting]).finally(() => {
      frames = Infinity;
    });
    for (; frames < 1e6; ++frames) {
      await new Promise(setImmediate);
      expect(analyzer.analyze(OTHER)).toEqual(expected[1]);
    }
    expect(frames).toBe(Infinity);
    expect(await answers).toEqual(expected);
  });

  test('end with the analyzer', async () => {
    const answers = [TEXT, OTHER].map((text) => analyzer.analyzeAsync(text).catch((error: unknown) => error));
    await nextTurn(() => clock > 100);
    analyzer.dispose();
    const disposed = expect.objectContaining({ code: 'disposed' });
    expect(await Promise.all(answers)).toEqual([disposed, disposed]);
  });
});
