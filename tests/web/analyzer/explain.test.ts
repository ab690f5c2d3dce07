import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import type { Engine } from '../../../web/lib/engine.js';
import { createEngine } from '../../../web/lib/node/engine.js';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import type { Explanation } from '../../../web/lib/types.js';
import { FakeEngine } from '../support/fake-engine.js';
import { someText } from '../support/texts.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(120_000);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function checkWhole(text: string, explanation: Explanation): void {
  const { words, sentences, base, score } = explanation;
  let at = 0;
  for (const { start, end, text: word } of words) {
    expect(text.slice(at, start)).toMatch(/^\s*$/u);
    expect(text.slice(start, end)).toBe(word);
    at = end;
  }
  expect(text.slice(at)).toMatch(/^\s*$/u);
  expect(base + sum((sentences.length > 0 ? sentences : words).map(partOf))).toBeCloseTo(score, 6);
  for (const { start, end, addition } of sentences) {
    const inside = words.filter((word) => word.start >= start && word.end <= end);
    expect(sum(inside.map(partOf))).toBeCloseTo(addition, 6);
  }
}

function partOf(part: { share: number } | { addition: number }): number {
  return 'share' in part ? part.share : part.addition;
}

describe('explain', () => {
  const tokenizer = new Tokenizer(testVocabulary());
  const analyzer = new EngineAnalyzer(new FakeEngine(60), tokenizer, 0);
  const narrow = new EngineAnalyzer(new FakeEngine(3), tokenizer, 0);

  test('says what analyze says, and where it comes from, of any text', () => {
    fc.assert(
      fc.property(someText, fc.constantFrom(analyzer, narrow), (text, one) => {
        const explanation = one.explain(text);
        expect(explanation).toMatchObject(one.analyze(text));
        checkWhole(text, explanation);
      }),
    );
  });

  test('a text of many words is explained by its sentences', () => {
    const text = 'The hotel was good. The meal was not good at all! '.repeat(10);
    const explanation = analyzer.explain(text);
    expect(explanation.sentences).toHaveLength(20);
    expect(explanation.words.length).toBeGreaterThan(100);
    checkWhole(text, explanation);
  });

  test('a long one by nothing else', () => {
    const text = 'The hotel was good. The meal was bad.\n'.repeat(1000);
    const { words, sentences, base, score } = analyzer.explain(text);
    expect(words).toEqual([]);
    expect(sentences).toHaveLength(2000);
    expect(base + sum(sentences.map(({ addition }) => addition))).toBeCloseTo(score, 6);
  });

  test('a word longer than the model sees at once has its share', () => {
    const text = 'good-'.repeat(30) + 'bad';
    checkWhole(text, narrow.explain(text));
  });

  test('in turns it says the same, and can be stopped', async () => {
    const text = 'The hotel was not good. '.repeat(30);
    expect(await analyzer.explainAsync(text)).toEqual(analyzer.explain(text));
    const stop = new AbortController();
    const onProgress = (): void => {
      stop.abort();
    };
    await expect(analyzer.explainAsync(text, { signal: stop.signal, onProgress })).rejects.toThrow(
      expect.objectContaining({ code: 'aborted' }),
    );
    expect(await analyzer.explainAsync(text)).toEqual(analyzer.explain(text));
  });

  test('refuses what is no string', () => {
    expect(() => analyzer.explain(null as unknown as string)).toThrow(
      expect.objectContaining({ code: 'input' }),
    );
  });

  test('25 words cost less than twelve times their analysis', () => {
    const engine = new FakeEngine(60);
    const text = 'the hotel was good and the waiting was bad '
      .repeat(3)
      .trim()
      .split(' ')
      .slice(0, 25)
      .join(' ');
    const costly = new EngineAnalyzer(engine, tokenizer, 0);
    costly.analyze(text);
    const once = engine.runs.flat(2).length;
    engine.runs.length = 0;
    expect(costly.explain(text).words).toHaveLength(25);
    expect(engine.runs.flat(2).length / once).toBeLessThan(12);
  });
});

describe.each(['small', 'nano'])('explain with %s', (name) => {
  let engine: Engine;
  let analyzer: EngineAnalyzer;

  beforeAll(async () => {
    const blob = new Uint8Array(readFileSync(new URL(`../../../models/${name}.sbm`, import.meta.url)));
    engine = await createEngine({ blob, precision: 'int8' });
    analyzer = new EngineAnalyzer(engine, new Tokenizer(readVocabulary(blob)), blob.length);
  });

  afterAll(() => {
    analyzer.dispose();
  });

  const word = fc.constantFrom(
    ...'good bad lovely awful not never very the a room waiter soup was is but and we it terrible great 😀 :( ! dull'.split(
      ' ',
    ),
  );
  /** As few as are all left out in turn, so that what is said of the strongest holds without exception. */
  const fewWords = fc.array(word, { minLength: 2, maxLength: 7 });

  /** How much of the score goes with each word, by asking the analyzer about the text without it. */
  function lossesOf(words: readonly string[]): number[] {
    const { score } = analyzer.analyze(words.join(' '));
    return words.map((_, i) => {
      const rest = words.filter((_, at) => at !== i).join(' ');
      return Math.sign(score) * (score - analyzer.analyze(rest).score);
    });
  }

  function strongestOf({ words, score }: Explanation): number {
    const along = words.map(({ share }) => Math.sign(score) * share);
    return along.indexOf(Math.max(...along));
  }

  test('without the strongest word least of the score is left', () => {
    fc.assert(
      fc.property(fewWords, (words) => {
        const explanation = analyzer.explain(words.join(' '));
        fc.pre(explanation.score !== 0 && explanation.words.length === words.length);
        const losses = lossesOf(words);
        expect(losses[strongestOf(explanation)]).toBeCloseTo(Math.max(...losses), 5);
        checkWhole(words.join(' '), explanation);
      }),
      { numRuns: 60 },
    );
  });

  test('nor in nearly all longer texts, where only the likeliest words are left out', () => {
    const texts = fc.sample(fc.array(word, { minLength: 12, maxLength: 20 }), { numRuns: 40, seed: 1 });
    const found = texts.filter((words) => {
      const explanation = analyzer.explain(words.join(' '));
      const losses = lossesOf(words);
      return losses[strongestOf(explanation)]! > Math.max(...losses) - 0.05;
    });
    expect(found.length / texts.length).toBeGreaterThanOrEqual(0.8);
  });

  test.each([
    ['This is not good', ['not', 'good'], -1],
    ['The soup was awful', ['awful'], -1],
    ['We loved every minute of it', ['loved'], 1],
  ])('%s', (text, telling, sign) => {
    const { words, score } = analyzer.explain(text);
    expect(Math.sign(score)).toBe(sign);
    const told = words.filter((one) => telling.includes(one.text)).map(({ share }) => sign * share);
    expect(Math.min(...told)).toBeGreaterThan(0.05);
    for (const one of words) {
      if (!telling.includes(one.text)) expect(Math.abs(one.share)).toBeLessThan(Math.max(...told));
    }
  });
});
