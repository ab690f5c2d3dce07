import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { capitalise, fill, slotsOf, withArticle } from '../../evaluation/behaviour/fill.js';
import {
  allCases,
  allVariantSets,
  behaviours,
  EVERYDAY,
  failureOf,
  generate,
  judgeAll,
  judgeFairness,
  lexicon,
  overLimits,
  share,
  textsOf,
  variantSets,
} from '../../evaluation/behaviour/index.js';
import type { Case, Judgement, Limits } from '../../evaluation/behaviour/index.js';
import { written } from '../../evaluation/behaviour/suite/everyday.js';
import { transforms } from '../../evaluation/behaviour/transforms.js';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const cases = allCases();

describe('the suite', () => {
  test('has at least 40 behaviours and 2,000 cases', () => {
    expect(behaviours.length).toBeGreaterThanOrEqual(40);
    expect(cases.length).toBeGreaterThanOrEqual(2000);
  });

  test('fills every behaviour to the number of cases it asks for', () => {
    const counts = new Map<string, number>();
    for (const { behaviour } of cases) counts.set(behaviour, (counts.get(behaviour) ?? 0) + 1);
    const wanted = behaviours.map(({ id, cases: count }) => [id, count] as const);
    expect([...counts]).toEqual(wanted);
  });

  test('has no duplicate case and no duplicate behaviour', () => {
    const keys = cases.map(({ texts }) => [...texts].sort().join('\n'));
    expect(new Set(keys).size).toBe(keys.length);
    const ids = behaviours.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  test('is the same every time, whatever else is in the suite', () => {
    expect(allCases()).toEqual(cases);
    const last = behaviours.at(-1)!;
    expect(generate([last], lexicon)).toEqual(cases.filter(({ behaviour }) => behaviour === last.id));
  });

  test('never asks the same text for two different labels', () => {
    const asked = new Map<string, string>();
    const clashes = cases.filter((item) => {
      if (item.kind !== 'label') return false;
      const before = asked.get(item.texts[0]);
      asked.set(item.texts[0], item.expect);
      return before !== undefined && before !== item.expect;
    });
    expect(clashes).toEqual([]);
  });

  test('writes texts of one line, without a slot left open', () => {
    const texts = textsOf(cases);
    expect(texts.filter((text) => /[\r\n]/.test(text) || text.trim() === '')).toEqual([]);
    expect(texts.filter((text) => slotsOf([text]).length > 0)).toEqual([]);
    expect(
      texts.filter((text) => /\ba (?=[aeio]\w)(?!one\b)|\ban (?=[b-df-gj-np-tv-z]\w)/i.test(text)),
    ).toEqual([]);
  });

  test('holds both texts of every pair apart', () => {
    expect(cases.filter(({ texts }) => texts.length === 2 && texts[0] === texts[1])).toEqual([]);
  });

  test('uses every list of words and every transform', () => {
    const rules = JSON.stringify(behaviours.map((behaviour) => behaviour.rules));
    const unused = Object.keys(lexicon).filter(
      (name) => !new RegExp(`\\{(?:a:)?${name}[.}]|"vary":"${name}"`).test(rules),
    );
    expect(unused).toEqual([]);
    expect(Object.keys(transforms).filter((name) => !rules.includes(`"transform":"${name}"`))).toEqual([]);
  });

  test('is documented, behaviour by behaviour', () => {
    const document = readFileSync(root('docs/BEHAVIOUR.md'), 'utf8');
    const missing = behaviours.filter(
      ({ id, why }) => !document.includes(`\`${id}\``) || !document.includes(why),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

describe('everyday English', () => {
  const everyday = behaviours.filter(({ group }) => group === EVERYDAY);

  test('takes every sentence as it stands', () => {
    const behaviour = written('x', 'why', { positive: ['so good'], negative: ['No.', 'never'] });
    expect(
      generate([behaviour], {}).map((item) => [item.texts[0], item.kind === 'label' && item.expect]),
    ).toEqual([
      ['so good', 'positive'],
      ['No.', 'negative'],
      ['never', 'negative'],
    ]);
  });

  test('asks at least 15 sentences of each behaviour, with no label in nearly all of them', () => {
    expect(everyday.length).toBeGreaterThanOrEqual(20);
    const lopsided = everyday.filter(({ rules }) => {
      const count = (label: string): number =>
        rules.filter((rule) => rule.kind === 'label' && rule.expect === label).length;
      return (
        rules.length < 15 || Math.max(...['positive', 'neutral', 'negative'].map(count)) > rules.length * 0.7
      );
    });
    expect(lopsided.map(({ id }) => id)).toEqual([]);
  });

  test('is counted apart', () => {
    const summary = judgeAll(cases, () => ({ label: 'neutral', score: 0 }));
    const neutral = cases.filter(
      (item) => item.behaviour.startsWith('everyday-') && item.kind === 'label' && item.expect === 'neutral',
    );
    const { cases: counted, rate } = share(summary, behaviours, EVERYDAY);
    expect(counted).toBe(everyday.reduce((sum, behaviour) => sum + behaviour.cases, 0));
    expect(rate).toBeCloseTo(100 * (1 - neutral.length / counted), 1);
  });
});

describe('fairness', () => {
  const sets = allVariantSets();

  test('tells every sentence of many groups, each once, with all three labels in every kind', () => {
    const texts = sets.flatMap((set) => set.texts);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => slotsOf([text]).length > 0 || !/^\P{Ll}/u.test(text))).toEqual([]);
    expect(texts.filter((text) => /\ba (?=[aeio]\w)|\ban (?=[b-df-gj-np-tv-z]\w)/i.test(text))).toEqual([]);
    for (const kind of new Set(sets.map((set) => set.kind))) {
      const own = sets.filter((set) => set.kind === kind);
      expect(new Set(own.map(({ expect: label }) => label)).size).toBe(3);
      expect(own.length).toBeGreaterThanOrEqual(15);
      expect(Math.max(...own.map((set) => set.texts.length))).toBeGreaterThanOrEqual(20);
    }
  });

  test('asks nothing that a case asks too', () => {
    const asked = new Set(textsOf(cases));
    expect(sets.flatMap((set) => set.texts).filter((text) => asked.has(text))).toEqual([]);
  });

  const kinds = [
    {
      id: 'k',
      parts: [
        {
          words: ['a', 'b', 'c', 'd'],
          sentences: { positive: ['{group} is nice'], neutral: ['{group} is here'], negative: [] },
        },
      ],
    },
    {
      id: 'l',
      parts: [{ words: ['e', 'f'], sentences: { positive: [], neutral: [], negative: ['bad {group}'] } }],
    },
  ];
  const judged: Record<string, Judgement> = {
    'A is nice': { label: 'positive', score: 0.8 },
    'B is nice': { label: 'positive', score: 0.75 },
    'C is nice': { label: 'positive', score: 0.7 },
    'D is nice': { label: 'neutral', score: 0.1 },
    'A is here': { label: 'neutral', score: 0 },
    'B is here': { label: 'neutral', score: 0.02 },
    'C is here': { label: 'neutral', score: -0.03 },
    'D is here': { label: 'neutral', score: 0 },
    'Bad e': { label: 'positive', score: 0.5 },
    'Bad f': { label: 'positive', score: 0.5 },
  };

  test('counts labels that leave those of the others, and how far the scores lie apart', () => {
    const { kinds: byKind, ...all } = judgeFairness(variantSets(kinds), (text) => judged[text]!);
    expect(byKind.k).toEqual({
      sets: 2,
      texts: 8,
      changed: 12.5,
      wrong: 12.5,
      largestMove: 0.7,
      meanMove: 0.375,
      furthest: ['D is nice', 'A is nice'],
    });
    expect(byKind.l).toMatchObject({ changed: 0, wrong: 100, largestMove: 0, meanMove: 0 });
    expect(all).toMatchObject({
      sets: 3,
      texts: 10,
      changed: 10,
      wrong: 30,
      largestMove: 0.7,
      meanMove: 0.25,
    });
  });

  test('a score that is no number moves as far as any can', () => {
    const broken = (text: string): Judgement => ({
      label: 'neutral',
      score: text === 'B is nice' ? Number.NaN : 0,
    });
    expect(judgeFairness(variantSets(kinds), broken).largestMove).toBe(2);
  });

  test('a constant answer moves nothing and is wrong', () => {
    const { changed, largestMove, wrong } = judgeFairness(sets, () => ({ label: 'neutral', score: 0 }));
    expect([changed, largestMove]).toEqual([0, 0]);
    expect(wrong).toBeGreaterThan(55);
  });
});

describe('filling', () => {
  test('puts the article that the word takes', () => {
    expect(['awful', 'good', 'hour', 'useful', 'one-way'].map(withArticle)).toEqual([
      'an awful',
      'a good',
      'an hour',
      'a useful',
      'a one-way',
    ]);
    expect(
      fill(
        '{a:x} and {x}, {x.2}',
        new Map([
          ['x', 'owl'],
          ['x.2', 'cat'],
        ]),
      ),
    ).toBe('an owl and owl, cat');
  });

  test('stops at a slot without a word', () => {
    expect(() => fill('{x}', new Map())).toThrow('unbound slot');
  });

  test('raises a first letter and nothing else', () => {
    expect([capitalise('été'), capitalise('@jo said'), capitalise('😀 ok')]).toEqual([
      'Été',
      '@jo said',
      '😀 ok',
    ]);
  });
});

describe('judging', () => {
  const judge =
    (results: Record<string, Judgement>) =>
    (text: string): Judgement =>
      results[text]!;
  const up = { label: 'positive', score: 0.6 } as const;
  const flat = { label: 'neutral', score: 0.05 } as const;
  const down = { label: 'negative', score: -0.7 } as const;

  test('compares labels, and allows two of three where the case does', () => {
    const label = (expect: 'positive' | 'not-negative'): Case => ({
      kind: 'label',
      behaviour: 'b',
      texts: ['t'],
      expect,
    });
    expect(failureOf(label('positive'), judge({ t: up }))).toBeUndefined();
    expect(failureOf(label('positive'), judge({ t: flat }))).toBe('neutral, not positive');
    expect(failureOf(label('not-negative'), judge({ t: flat }))).toBeUndefined();
    expect(failureOf(label('not-negative'), judge({ t: down }))).toBe('negative, not not-negative');
  });

  test('wants the same label and nearly the same score', () => {
    const same: Case = { kind: 'same', behaviour: 'b', texts: ['t', 'u'], tolerance: 0.1 };
    expect(failureOf(same, judge({ t: up, u: { ...up, score: 0.55 } }))).toBeUndefined();
    expect(failureOf(same, judge({ t: up, u: { ...up, score: 0.4 } }))).toBe('moves by 0.20, not 0.1');
    expect(failureOf(same, judge({ t: up, u: { ...flat, score: 0.55 } }))).toBe('positive becomes neutral');
  });

  test('wants the second score above the first', () => {
    const order: Case = { kind: 'order', behaviour: 'b', texts: ['t', 'u'], by: 0.1 };
    expect(failureOf(order, judge({ t: down, u: up }))).toBeUndefined();
    expect(failureOf(order, judge({ t: up, u: down }))).toBe('rises by -1.30, not 0.1');
    expect(failureOf({ ...order, by: -0.03 }, judge({ t: up, u: up }))).toBeUndefined();
  });

  test('fails a score that is no number', () => {
    const item: Case = { kind: 'label', behaviour: 'b', texts: ['t'], expect: 'neutral' };
    expect(failureOf(item, judge({ t: { label: 'neutral', score: Number.NaN } }))).toBe(
      'the score is not a number',
    );
  });

  test('a constant answer passes the invariance cases and fails most of the others', () => {
    const summary = judgeAll(cases, () => flat);
    expect(summary.kinds.same).toBe(0);
    expect(summary.kinds.label).toBeGreaterThan(70);
    expect(summary.rate).toBeGreaterThan(40);
  });

  test('reports what is over a limit', () => {
    const summary = judgeAll(
      [{ kind: 'label', behaviour: 'but', texts: ['t'], expect: 'positive' }],
      () => flat,
    );
    const limits: Limits = { m: { all: 100, each: 50 } };
    expect(overLimits('m', summary, limits)).toEqual(['m: but fails 100 % (limit 50 %)']);
    expect(overLimits('m', summary, { m: { all: 4, each: 50, behaviours: { but: 100 } } })).toHaveLength(1);
    expect(overLimits('other', summary, limits)).toEqual([]);
  });

  test('reports labels and scores that move with a group further than their limit', () => {
    const [set] = allVariantSets();
    const [first, ...rest] = set!.texts;
    const fairness = judgeFairness([set!], (text) => (text === first ? down : up));
    const item: Case = { kind: 'label', behaviour: 'b', texts: ['t'], expect: 'positive' };
    const summary = { ...judgeAll([item], () => up), fairness };
    const limit = { all: 0, each: 0 };
    expect(overLimits('m', summary, { m: limit })).toEqual([]);
    expect(overLimits('m', summary, { m: { ...limit, fairness: { changed: 0, largestMove: 2 } } })).toEqual([
      `m: ${fairness.changed} % of labels change with the group (limit 0 %)`,
    ]);
    expect(overLimits('m', summary, { m: { ...limit, fairness: { changed: 100, largestMove: 1 } } })).toEqual(
      ['m: a score moves by 1.3 with the group (limit 1)'],
    );
    expect(fairness.changed).toBeCloseTo(100 / (rest.length + 1), 2);
  });
});

// The blobs are committed; the package that reads them is built by `npm run build`.
const shipped = ['small', 'nano'].filter((model) => existsSync(root(`models/${model}.sbm`)));
const limits = JSON.parse(readFileSync(root('evaluation/behaviour/limits.json'), 'utf8')) as Limits;

(shipped.length > 0 ? describe : describe.skip)('the shipped models', () => {
  test.each(shipped)('%s stays within its limits', (model) => {
    expect(existsSync(root('dist/index.js'))).toBe(true);
    const options = ['--model', model, '--precision', 'int8', '--json'];
    const output = execFileSync(root('scripts/run-ts'), ['evaluation/behaviour/main.ts', ...options], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const { results } = JSON.parse(output) as {
      results: (Parameters<typeof overLimits>[1] & { name: string })[];
    };
    expect(results.map(({ name }) => name)).toEqual([`${model} int8`]);
    expect(results.every(({ fairness }) => fairness !== undefined)).toBe(true);
    expect(limits[`${model} int8`]).toBeDefined();
    expect(results.flatMap((result) => overLimits(result.name, result, limits))).toEqual([]);
  });
});
