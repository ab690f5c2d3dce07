import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { EngineAnalyzer } from '../../../web/lib/analyzer/analyzer.js';
import { createEngine } from '../../../web/lib/node/engine.js';
import type { Engine } from '../../../web/lib/engine/types.js';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { readForeign } from '../support/foreign.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const UNREADABLE = {
  label: 'neutral',
  score: 0,
  confidence: 0,
  probabilities: { negative: 0, neutral: 1, positive: 0 },
};

const ENGLISH = [
  'I expected little and loved every minute of this charming, unpretentious film.',
  'Exhilaratingly inventive direction, spectacular cinematography, unforgettable performances throughout.',
  'omg sooo goood!!! luv u guyz <3 <3 cant wait 4 the nxt 1 tbh',
  'The staff at Café Zürich in Düsseldorf were lovely, and the Käsespätzle was superb.',
  'not worth it',
  'Meh.',
  '😀',
  '10/10',
];

describe.each(['small', 'nano'])('coverage with %s', (name) => {
  let analyzer: EngineAnalyzer;
  let engine: Engine;
  let tokenizer: Tokenizer;

  beforeAll(async () => {
    const blob = new Uint8Array(readFileSync(new URL(`../../../models/${name}.sbm`, import.meta.url)));
    engine = await createEngine({ blob, precision: 'int8' });
    tokenizer = new Tokenizer(readVocabulary(blob));
    analyzer = new EngineAnalyzer(engine, tokenizer, blob.length);
  });

  afterAll(() => {
    analyzer.dispose();
  });

  test('at least 95 % of foreign texts are found, and said to be', () => {
    const texts = [...readForeign().values()].flat();
    expect(texts.length).toBeGreaterThan(150);
    const missed = texts.filter((text) => analyzer.analyze(text).confidence !== 0);
    expect(missed.length / texts.length).toBeLessThanOrEqual(0.05);
    for (const text of texts) {
      if (missed.includes(text)) continue;
      const result = analyzer.analyze(text);
      expect(result).toMatchObject(UNREADABLE);
      expect(result.coverage).toBeLessThan(0.7);
    }
  });

  test.each(ENGLISH)('%j is read', (text) => {
    const { confidence, coverage } = analyzer.analyze(text);
    expect(confidence).toBeGreaterThan(0);
    expect(coverage).toBeGreaterThanOrEqual(text.split(' ').length < 10 ? 0 : 0.7);
  });

  test.each(ENGLISH)('what the engine says of %j is not changed', (text) => {
    const { ids, length } = tokenizer.encode(text);
    const said = engine.run(ids.slice(0, length), Uint32Array.of(length));
    const [negative, neutral, positive, score] = said;
    expect(analyzer.analyze(text)).toMatchObject({
      score: score!,
      probabilities: { negative: negative!, neutral: neutral!, positive: positive! },
    });
  });

  test('hashtags and addresses are names, which none needs to know', () => {
    const tags = 'zqwfpg xkcdvv vbnmtr jhgfdsq';
    const tagged = analyzer.analyze(`Fresh bread today ${tags.replace(/(?<= |^)/g, '#')}`);
    expect(tagged.coverage).toBeGreaterThan(0.9);
    expect(analyzer.analyze(`Fresh bread today ${tags}`).coverage).toBeLessThan(0.5);
  });

  test('it is that of the whole however the text is read', async () => {
    const texts = ['The soup was great and we stayed for hours.', '今天天气很好', '', 'Die Suppe war kalt.'];
    const long = texts[0]!.repeat(2000);
    const one = [...texts, long].map((text) => analyzer.analyze(text));
    expect(await analyzer.analyzeBatch([...texts, long])).toEqual(one);
    expect(await analyzer.analyzeAsync(long)).toEqual(one.at(-1));
    expect(one.map(({ coverage }) => coverage > 0.7)).toEqual([true, false, false, false, true]);
  });

  test('of a foreign book nothing is explained', () => {
    const text = readForeign().get('German')!.join(' ');
    const { words, sentences, base } = analyzer.explain(text);
    expect(sentences.length).toBeGreaterThan(10);
    expect(base).toBe(0);
    expect(
      [...words.map(({ share }) => share), ...sentences.map(({ addition }) => addition)].every(
        (part) => part === 0,
      ),
    ).toBe(true);
  });
});
