import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { FakeEngine, fakeValues } from '../support/fake-engine.js';
import { someText } from '../support/texts.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const tokenizer = new Tokenizer(testVocabulary());
const NEUTRAL = {
  label: 'neutral',
  score: 0,
  confidence: 0,
  probabilities: { negative: 0, neutral: 1, positive: 0 },
  coverage: 0,
};

let engine: FakeEngine;
let analyzer: EngineAnalyzer;

beforeEach(() => {
  engine = new FakeEngine();
  analyzer = new EngineAnalyzer(engine, tokenizer, 1234);
});

function idsOf(text: string): number[] {
  const { ids, length } = tokenizer.encode(text);
  return Array.from(ids.subarray(0, length));
}

describe('analyze', () => {
  test('gives what the engine says of the pieces', () => {
    const [negative, neutral, positive, score] = fakeValues(idsOf('not good'));
    const result = analyzer.analyze('not good');
    expect(result.probabilities).toEqual({ negative, neutral, positive });
    expect(result.score).toBe(score);
    expect(result.confidence).toBe(Math.max(negative, neutral, positive));
    expect(result.probabilities[result.label]).toBe(result.confidence);
  });

  test.each(['', ' \n\t', '@friend https://example.com', '\u200b'])(
    '%j is neutral, without asking the engine',
    (text) => {
      expect(analyzer.analyze(text)).toEqual(NEUTRAL);
      expect(engine.runs).toEqual([]);
    },
  );

  test.each([undefined, null, 7, {}, ['good'], Symbol('s'), new String('good')])(
    'refuses what is no string',
    (text) => {
      expect(() => analyzer.analyze(text as string)).toThrow(expect.objectContaining({ code: 'input' }));
    },
  );

  test('a text as long as the model sees is one window', () => {
    analyzer.analyze('good '.repeat(8));
    expect(engine.runs.map((run) => run.map((window) => window.length))).toEqual([[8]]);
  });

  test('a longer one is cut at sentences and weighed by pieces', () => {
    const [first, second] = ['the hotel was not good .', 'the meal was great . great .'];
    const result = analyzer.analyze(`${first} ${second}`);
    expect(engine.runs).toEqual([[idsOf(first), idsOf(second)]]);
    const expected = (6 * fakeValues(idsOf(first))[3] + 7 * fakeValues(idsOf(second))[3]) / 13;
    expect(result.score).toBeCloseTo(expected, 12);
  });

  test('no piece of a long text is left out or asked for twice', () => {
    fc.assert(
      fc.property(someText, (text) => {
        engine.runs.length = 0;
        const { confidence } = analyzer.analyze(text);
        // Of a text too strange to be judged the engine is not asked, where that is known at once.
        const isAsked = confidence !== 0 || engine.runs.length > 0;
        expect(engine.runs.flat(2)).toEqual(isAsked ? idsOf(text) : []);
      }),
    );
  });

  test('a long text gives probabilities that add up to 1, a label that has the largest, a score within bounds', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { label, score, confidence, probabilities } = analyzer.analyze(text);
        const { negative, neutral, positive } = probabilities;
        expect(negative + neutral + positive).toBeCloseTo(1, 6);
        expect(probabilities[label]).toBe(Math.max(negative, neutral, positive));
        if (confidence !== 0) expect(confidence).toBe(probabilities[label]);
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a megabyte goes to the engine in runs of bounded size', () => {
    engine = new FakeEngine(64);
    analyzer = new EngineAnalyzer(engine, tokenizer, 0);
    analyzer.analyze('good '.repeat(200_000));
    expect(engine.runs.flat(2)).toHaveLength(200_000);
    expect(Math.max(...engine.runs.map((run) => run.flat().length))).toBeLessThanOrEqual(4096);
  });
});

describe('analyzeDocument', () => {
  test('judges each sentence on its own, with its place, and the whole as analyze does', () => {
    const text = ' The hotel was good. 😀 Not the meal!  @friend.\n\nhttps://example.com';
    const { sentences, ...whole } = analyzer.analyzeDocument(text);
    expect(whole).toEqual(analyzer.analyze(text));
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The hotel was good. 😀',
      'Not the meal!',
      '@friend.',
      'https://example.com',
    ]);
    for (const { start, end, ...sentiment } of sentences) {
      expect(sentiment).toEqual(analyzer.analyze(text.slice(start, end)));
    }
    expect(sentences[3]).toEqual({ start: text.indexOf('https'), end: text.length, ...NEUTRAL });
  });

  test('the same holds for any text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { sentences, ...whole } = analyzer.analyzeDocument(text);
        expect(whole).toEqual(analyzer.analyze(text));
        for (const { start, end, ...sentiment } of sentences) {
          expect(sentiment).toEqual(analyzer.analyze(text.slice(start, end)));
        }
      }),
      { examples: [['hotel! xq xq xq']] },
    );
  });

  test('nothing has no sentences', () => {
    expect(analyzer.analyzeDocument(' \n')).toEqual({ ...NEUTRAL, sentences: [] });
  });

  test('refuses what is no string', () => {
    expect(() => analyzer.analyzeDocument(3 as unknown as string)).toThrow(
      expect.objectContaining({ code: 'input' }),
    );
  });
});

describe('an analyzer', () => {
  test('says what it is', () => {
    expect(analyzer).toMatchObject({ kernels: 'scalar', precision: 'int8', bytes: 1234, longest: 8 });
  });

  test('is of no use once disposed of, and may be disposed of twice', async () => {
    analyzer.dispose();
    analyzer.dispose();
    expect(engine.isDisposed).toBe(true);
    const disposed = expect.objectContaining({ name: 'SentibyteError', code: 'disposed' });
    expect(() => analyzer.analyze('')).toThrow(disposed);
    expect(() => analyzer.analyzeDocument('')).toThrow(disposed);
    await expect(analyzer.analyzeBatch([])).rejects.toThrow(disposed);
  });
});
