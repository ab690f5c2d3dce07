import { beforeEach, describe, expect, test } from '@jest/globals';
import { EngineHost } from '../../../web/app/rooms/shrink/engine/host.js';
import type { Choice, EngineFacts, Update } from '../../../web/app/rooms/shrink/engine/protocol.js';
import { DISPOSE } from '../../../web/lib/disposal.js';
import type { Analyzer, AnalyzerOptions, Sentiment } from '../../../web/lib/types.js';

/** Scores by length, a little higher in float, so that answers tell who gave them. */
class Double implements Analyzer {
  readonly kernels;
  readonly precision;
  readonly bytes = 1000;
  readonly longest = 64;
  readonly engineFile;
  disposed = false;

  constructor(options: AnalyzerOptions) {
    this.kernels = options.kernels ?? 'relaxed';
    this.precision = options.precision ?? 'int8';
    const address = `https://example.test/assets/${this.precision}-${this.kernels}-Xy12.wasm`;
    this.engineFile = { address, bytes: 40_000 };
  }

  analyze(text: string): Sentiment {
    if (this.disposed) throw new Error('disposed');
    const score = text.length / 100 + (this.precision === 'float' ? 0.001 : 0);
    return {
      label: 'positive',
      score,
      confidence: 1,
      probabilities: { negative: 0, neutral: 0, positive: 1 },
      coverage: 1,
    };
  }

  analyzeDocument(text: string): ReturnType<Analyzer['analyzeDocument']> {
    return { ...this.analyze(text), sentences: [{ ...this.analyze(text), start: 0, end: text.length }] };
  }

  analyzeAsync(): Promise<Sentiment> {
    return Promise.reject(new Error('not used by the page'));
  }

  analyzeDocumentAsync(): ReturnType<Analyzer['analyzeDocumentAsync']> {
    return Promise.reject(new Error('not used by the page'));
  }

  explain(): ReturnType<Analyzer['explain']> {
    throw new Error('not used by the page');
  }

  explainAsync(): ReturnType<Analyzer['explainAsync']> {
    return Promise.reject(new Error('not used by the page'));
  }

  analyzeBatch(): Promise<Sentiment[]> {
    return Promise.reject(new Error('not used by the page'));
  }

  dispose(): void {
    this.disposed = true;
  }

  [DISPOSE](): void {
    this.dispose();
  }
}

let made: Double[];
let refuse: Error | undefined;
let host: EngineHost;
const ignore = (): void => undefined;
const choice = (model: string, precision: Choice['precision'] = 'int8'): Choice => ({
  model,
  precision,
  kernels: 'best',
});

beforeEach(() => {
  made = [];
  refuse = undefined;
  let now = 0;
  host = new EngineHost({
    createAnalyzer: (options) => {
      if (refuse) return Promise.reject(refuse);
      const double = new Double(options ?? {});
      made.push(double);
      return Promise.resolve(double);
    },
    clock: () => (now += 0.5),
    locate: ({ model }) => new URL(`https://example.test/${model}.sbm`),
    fetched: (address) =>
      Promise.resolve(
        address.endsWith('.sbm')
          ? { size: { raw: 1000, sent: 800 }, milliseconds: 0.2 }
          : address === 'https://example.test/assets/int8-relaxed-Xy12.wasm'
            ? { size: { raw: 40_000, sent: 15_000 }, milliseconds: 1 }
            : undefined,
      ),
    pause: () => Promise.resolve(),
  });
});

const load = async (side: 'left' | 'right', wanted: Choice): Promise<EngineFacts> =>
  (await host.serve({ kind: 'load', side, choice: wanted }, ignore)) as EngineFacts;

describe('loading', () => {
  test('says what was loaded, and what it weighed', async () => {
    const facts = await load('left', choice('small'));
    expect(facts).toMatchObject({
      kernels: 'relaxed',
      blob: { raw: 1000, sent: 800 },
      module: { raw: 40_000, sent: 15_000 },
    });
    expect(facts.prepareTime).toBeGreaterThan(0);
  });

  test('the size of a module is left out where the browser does not tell it', async () => {
    expect(await load('right', choice('small', 'float'))).not.toHaveProperty('module');
  });

  test('two columns with the same choice share one engine', async () => {
    await Promise.all([load('right', choice('small')), load('left', choice('small'))]);
    expect(made).toHaveLength(1);
  });

  test('an engine that no column uses any more is disposed, a shared one is not', async () => {
    await load('right', choice('nano'));
    await load('left', choice('nano'));
    await load('right', choice('small'));
    expect(made[0]!.disposed).toBe(false);
    await load('left', choice('small'));
    expect(made[0]!.disposed).toBe(true);
    expect(made[1]!.disposed).toBe(false);
  });

  test('a failed load leaves the column with what it had', async () => {
    await load('left', choice('nano'));
    await load('right', choice('nano'));
    refuse = new Error('not there');
    await expect(load('left', choice('small'))).rejects.toThrow('not there');
    refuse = undefined;
    const updates: Update[] = [];
    await host.serve({ kind: 'read', text: 'still here' }, (update) => updates.push(update));
    expect(updates[0]).toMatchObject({ kind: 'reading', side: 'left', reading: { label: 'positive' } });
  });
});

describe('reading', () => {
  test('both columns answer before anything is timed', async () => {
    await load('left', choice('small'));
    await load('right', choice('small', 'float'));
    const kinds: string[] = [];
    await host.serve({ kind: 'read', text: 'fine' }, ({ kind }) => kinds.push(kind));
    expect(kinds).toEqual(['reading', 'reading', 'timing', 'timing']);
  });

  test('an empty text is answered and not timed', async () => {
    await load('left', choice('small'));
    await load('right', choice('small'));
    const kinds: string[] = [];
    await host.serve({ kind: 'read', text: '  ' }, ({ kind }) => kinds.push(kind));
    expect(kinds).toEqual(['reading', 'reading']);
  });

  test('a column without an engine is an error that names it', async () => {
    await expect(host.serve({ kind: 'read', text: 'x' }, ignore)).rejects.toThrow('left column');
  });
});
