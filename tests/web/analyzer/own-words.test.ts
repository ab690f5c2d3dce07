import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../web/lib/node/index.js';
import type { Analyzer, OwnWords, Sentiment } from '../../../web/lib/types.js';
import { someText } from '../support/texts.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(120_000);

const model = new Uint8Array(readFileSync(new URL('../../../models/nano.sbm', import.meta.url)));
const open = (words?: OwnWords): Promise<Analyzer> =>
  createAnalyzer(words === undefined ? { model } : { model, words });

/** One word that the model does not know and one that it does, an emoji, a phrase, and a word that is to say nothing. */
const WORDS = { crashy: -0.6, sick: 0.7, '🦀': -0.5, 'dead easy': 0.6, awful: 0 };

function expectAgreement({ label, score, confidence, probabilities }: Sentiment): void {
  const values = [probabilities.negative, probabilities.neutral, probabilities.positive];
  expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.abs(score)).toBeLessThanOrEqual(1);
  if (confidence === 0) return;
  expect(confidence).toBe(Math.max(...values));
  expect(probabilities[label]).toBe(confidence);
}

describe('own words', () => {
  let plain: Analyzer;
  let own: Analyzer;

  beforeAll(async () => {
    [plain, own] = await Promise.all([open(), open(WORDS)]);
  });

  afterAll(() => {
    plain.dispose();
    own.dispose();
  });

  const score = (text: string): number => own.analyze(text).score;

  test('a text that is nothing but the word has its weight', () => {
    expect(score('crashy')).toBeCloseTo(-0.6, 6);
    expect(own.analyze('crashy')).toMatchObject({ label: 'negative', coverage: 1 });
    expect(own.analyze('awful')).toMatchObject({ label: 'neutral', score: 0, coverage: 1 });
  });

  test.each(['crashy', 'Crashy', 'CRASHY!', '#crashy', 'crashyyyy', "crashy's", 'cráshy', 'a\ncrashy one'])(
    'found in %j',
    (text) => {
      expect(score(text)).toBeLessThan(-0.4);
      expect(own.analyze(text)).not.toEqual(plain.analyze(text));
    },
  );

  test.each([
    'crash',
    'crashes',
    'uncrashy',
    'crashyish',
    '@crashy',
    'https://crashy.example',
    'dead  easy',
    'easy',
  ])('not in %j', (text) => {
    expect(own.analyze(text)).toEqual(plain.analyze(text));
  });

  test('pulls the score its way', () => {
    expect(score('The app is crashy')).toBeLessThan(-0.5);
    expect(score('That trick was sick')).toBeGreaterThan(0.5);
    expect(score('It is dead easy')).toBeGreaterThan(0.5);
    expect(score('so 🦀')).toBeLessThan(-0.4);
  });

  test.each(['It is not crashy', "It isn't crashy", 'never crashy', 'not at all crashy', 'no crashy builds'])(
    'is turned round in %j',
    (text) => {
      expect(score(text)).toBeGreaterThan(0.1);
    },
  );

  test.each(['Not my app. Crashy', 'I did not ask, but it is crashy', 'not once in a week was it crashy'])(
    'is not turned round in %j',
    (text) => {
      expect(score(text)).toBeLessThan(-0.2);
    },
  );

  test('weighs less in a long text', async () => {
    const silent = await open({ crashy: 0 });
    const pull = (text: string): number => score(text) - silent.analyze(text).score;
    expect(pull('It is crashy, and it came on Tuesday to the door of the house beside ours')).toBeGreaterThan(
      pull('It is crashy') / 2,
    );
    silent.dispose();
  });

  test('explain shows its share, and shares add up to the score', () => {
    const { words, score: whole } = own.explain('The app is crashy');
    const worst = words.reduce((least, word) => (word.share < least.share ? word : least));
    expect(worst.text).toBe('crashy');
    expect(worst.share).toBeLessThan(-0.4);
    expect(words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(whole, 6);
    expect(own.explain('It is dead easy').words.map(({ text }) => text)).toContain('dead easy');
  });

  test('a text without any of them is judged, and explained, as ever', () => {
    fc.assert(
      fc.property(someText, (text) => {
        fc.pre(!/crashy|sick|🦀|awful/iu.test(text));
        expect(own.analyze(text)).toEqual(plain.analyze(text));
        expect(own.analyzeDocument(text)).toEqual(plain.analyzeDocument(text));
        expect(own.explain(text)).toEqual(plain.explain(text));
      }),
      { numRuns: 60 },
    );
  });

  const word = fc.constantFrom(
    ...'crashy Sick 🦀 dead easy awful not never very the app is . good terrible'.split(' '),
  );
  const textWithOwn = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

  test('label, score, confidence and probabilities agree', () => {
    fc.assert(
      fc.property(textWithOwn, (text) => {
        expectAgreement(own.analyze(text));
      }),
    );
  });

  test('a batch says what one by one says, beside texts without own words too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(textWithOwn, someText), { maxLength: 20 }), async (texts) => {
        expect(await own.analyzeBatch(texts)).toEqual(texts.map((text) => own.analyze(text)));
      }),
      { numRuns: 30 },
    );
  });

  test('a greater weight never makes a lower score, nor a higher one behind a negation', async () => {
    const texts = fc.sample(textWithOwn, { numRuns: 60, seed: 1 });
    const weights = [-1, -0.7, -0.3, 0, 0.2, 0.8, 1];
    const scores = await Promise.all(
      weights.map(async (crashy) => {
        const analyzer = await open({ ...WORDS, crashy });
        const results = texts.map((text) => analyzer.analyze(text).score);
        const negated = analyzer.analyze('It is not crashy').score;
        analyzer.dispose();
        return { results, negated };
      }),
    );
    // "crashy" alone in a text, so that its sign there is known.
    texts.forEach((text, i) => {
      if ((text.match(/crashy/gu) ?? []).length !== 1 || /not|never/u.test(text)) return;
      const rising = scores.map(({ results }) => results[i]!);
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
    });
    const falling = scores.map(({ negated }) => negated);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
  });
});

test('names of what every object has are words like others, and what is inherited is none', async () => {
  const words = JSON.parse('{ "__proto__": -0.9, "constructor": -0.9 }') as OwnWords;
  const analyzer = await open(words);
  expect(analyzer.analyze('__proto__').score).toBeCloseTo(-0.9, 6);
  expect(analyzer.analyze('constructor').score).toBeCloseTo(-0.9, 6);
  expect(analyzer.analyze('toString')).toEqual(await open().then((plain) => plain.analyze('toString')));
  analyzer.dispose();
  const inherited = await open(Object.create({ crashy: -1 }) as OwnWords);
  expect(inherited.analyze('crashy').score).toBeGreaterThan(-0.9);
  inherited.dispose();
});

test.each<[string, unknown, RegExp]>([
  ['null', null, /^words must be an object like \{ crashy: -0\.6 \}, but is null\.$/],
  ['an array', ['crashy'], /but is an array/],
  ['a Map', new Map([['crashy', -0.6]]), /must be an object/],
  ['a string', 'crashy', /but is "crashy"/],
  [
    'a weight of text',
    { crashy: '-0.6' },
    /^words: "crashy" must be a number from -1 to 1, but is "-0\.6"\.$/,
  ],
  ['no number', { crashy: Number.NaN }, /"crashy" .* but is NaN/],
  ['a large weight', { crashy: -3 }, /"crashy" .* but is -3/],
  ['nothing', { '': 0.5 }, /no text can have "" /],
  ['white space', { ' \n': 0.5 }, /no text can have " \\n" /],
  ['a handle', { '@acme': 0.5 }, /no text can have "@acme" /],
  ['an address', { 'https://acme.example': 0.5 }, /no text can have/],
  ['too many', Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`w${i}`, 0.1])), /at most 10000/],
])('refuses %s by name', async (_, words, message) => {
  const refused = expect(open(words as OwnWords)).rejects;
  await refused.toThrow(expect.objectContaining({ code: 'input', message: expect.stringMatching(message) }));
});

test('a whole lexicon of ten thousand words is read', async () => {
  const words = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`zq${i.toString(36)}x`, 0.5]));
  const analyzer = await open(words);
  expect(analyzer.analyze('zq0x').score).toBeCloseTo(0.5, 6);
  expect(analyzer.analyze(`zq${(9999).toString(36)}x`).score).toBeCloseTo(0.5, 6);
  analyzer.dispose();
});

describe.each(['small', 'nano'])('as %s does with words that it knows', (name) => {
  const known = 'buggy slow ugly rude boring awful nice solid lovely amazing handy fun noisy dull'.split(' ');
  const contexts = [
    'The app is W.',
    'A W release, and I have used it for years.',
    'I love this app, great design, but it is W.',
    'Support answered at once and solved it, though the client is W.',
    'Terrible battery, awful screen and W software.',
    'That trick was W!',
    'Honestly, the update is W and I am done with it.',
    'It works well and everybody on the team likes it, even if it is W at times.',
    'I hated the first version, this one is W.',
    'The menu is long, the waiters are quick, the soup is W and the bill is fair.',
  ];
  const negations = [
    'not W',
    'It is not W.',
    'It is not very W.',
    'This was never W.',
    'There is nothing W about it.',
    'It is hardly W.',
    'No W parts.',
    'without W parts',
  ];

  const blob = new Uint8Array(readFileSync(new URL(`../../../models/${name}.sbm`, import.meta.url)));
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await createAnalyzer({ model: blob });
  });
  afterAll(() => {
    analyzer.dispose();
  });
  const scoreWith = (context: string, word: string): number =>
    analyzer.analyze(context.replace('W', word)).score;
  const alone = (word: string): number => scoreWith('It is W.', word);
  const error = (differences: readonly number[]): number =>
    Math.sqrt(differences.reduce((sum, one) => sum + one * one, 0) / differences.length);

  test('a word of its weight stands in for a known one', async () => {
    const missed: number[] = [];
    const without: number[] = [];
    for (const word of known) {
      const own = await createAnalyzer({ model: blob, words: { qzx: alone(word) } });
      for (const context of contexts) {
        const wanted = scoreWith(context, word);
        missed.push(own.analyze(context.replace('W', 'qzx')).score - wanted);
        without.push(scoreWith(context, '') - wanted);
      }
      own.dispose();
    }
    expect(error(missed)).toBeLessThan(0.6 * error(without));
  });

  test('a negation leaves about half of it, turned round', () => {
    const pairs = known.flatMap((word) =>
      negations.map((one) => [alone(word), scoreWith(one, word)] as const),
    );
    const product = pairs.reduce((sum, [weight, negated]) => sum + weight * negated, 0);
    const factor = product / pairs.reduce((sum, [weight]) => sum + weight * weight, 0);
    expect(factor).toBeGreaterThan(-0.65);
    expect(factor).toBeLessThan(-0.4);
  });
});
