import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentiment } from '../../../web/lib/index.js';
import { createAnalyzer } from '../../../web/lib/node/index.js';
import { type Outcome, TestPackage } from '../support/package.js';

jest.setTimeout(60_000);

interface Set {
  texts: number;
  int8: Record<string, number>;
  float: Record<string, number>;
  comparison: Record<string, number>;
}

const HEADER = 'label\tscore\tsource\ttext\n';
const TWO = [
  '2\t0.5\tmade\tthe hotel was good',
  '0\t-0.5\tmade\tthe meal was bad',
  '0\t-1\tmade\tnot good at all',
  '2\t\tmade\t"so good',
];
const THREE = [...TWO, '1\t0\tmade\tit is a lamp', '1\t\tmade\t'];
let files: TestPackage;

beforeAll(async () => {
  files = await TestPackage.make();
  await files.add('evaluation/evaluate.ts');
  write('two.tsv', HEADER + TWO.join('\n'));
  write('three.tsv', `${HEADER}${THREE.join('\r\n')}\r\n`);
  const xz = spawnSync('xz', ['--keep', 'three.tsv'], { cwd: files.folder });
  expect(xz.status).toBe(0);
});
afterAll(() => {
  files.remove();
});

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(files.folder, name), content);
}

const evaluate = (...args: string[]): Promise<Outcome> => files.run('evaluation/evaluate.mjs', args);

describe('npm run evaluate', () => {
  test('gives the figures of the package, in int8 and float', async () => {
    const { code, stdout, stderr } = await evaluate('two.tsv', 'three.tsv', '--json', 'figures.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^two +4 /m);
    expect(stdout).toMatch(/^three +6 /m);
    const [{ model, bytes, sets }] = JSON.parse(readFileSync(join(files.folder, 'figures.json'), 'utf8')) as [
      { model: string; bytes: Record<string, number>; sets: Record<'two' | 'three', Set> },
    ];
    expect(model).toBe('small');
    expect(bytes).toEqual({ int8: 34624, float: 100736 });

    const fixture = new URL('../../golden/engine/transformer.sbm', import.meta.url);
    const analyzer = await createAnalyzer({ model: fixture });
    const results = TWO.map((row) => analyzer.analyze(row.split('\t')[3]!));
    const right = (result: Sentiment, row: string): boolean =>
      result.probabilities.positive > result.probabilities.negative === row.startsWith('2');
    const hits = results.filter((result, i) => right(result, TWO[i]!)).length;
    expect(sets.two.texts).toBe(4);
    expect(sets.two.int8.accuracy).toBe(hits / 4);
    expect(sets.two.int8).not.toHaveProperty('calibrationError');
    expect(sets.three.int8).toHaveProperty('calibrationError');
    expect(sets.three.int8).toHaveProperty('pearson');
    expect(sets.three.comparison.largestDifference).toBeGreaterThan(0);
    expect(sets.three.comparison.largestDifference).toBeLessThan(0.2);
    analyzer.dispose();
  });

  test('reads packed files the same', async () => {
    const figures = async (file: string): Promise<unknown> => {
      await evaluate(file, '--json', 'figures.json', '--precision', 'int8');
      const text = readFileSync(join(files.folder, 'figures.json'), 'utf8').replace(
        /"textsPerSecond": \d+/,
        '',
      );
      return JSON.parse(text.replace(/,\s*\}/g, '}'));
    };
    expect(await figures('three.tsv.xz')).toEqual(await figures('three.tsv'));
  });

  test('takes a model that has one precision, and keeps results on request', async () => {
    const { code, stdout } = await evaluate('--model', 'nano', 'two.tsv', '--results');
    expect(code).toBe(0);
    expect(stdout).not.toContain('float ');
    const results = JSON.parse(
      readFileSync(join(files.folder, 'models/results/nano.json'), 'utf8'),
    ) as object;
    expect(results).toMatchObject({ model: 'nano', sets: { two: { texts: 4 } } });
  });

  test('judges a shipped model by its goals where it has the sets', async () => {
    write('sst2_dev.tsv', HEADER + TWO.join('\n'));
    for (const name of ['tweeteval_dev', 'goemotions_dev', 'sst5_dev'])
      write(`${name}.tsv`, HEADER + THREE.join('\n'));
    const { stdout } = await evaluate(
      'sst2_dev.tsv',
      'tweeteval_dev.tsv',
      'goemotions_dev.tsv',
      'sst5_dev.tsv',
    );
    for (const goal of [
      'TweetEval negative recall',
      'calibration error, worst set',
      'labels equal in int8 and float',
    ]) {
      expect(stdout).toMatch(new RegExp(`^${goal}.* (?:met|MISSED)$`, 'm'));
    }
    expect(stdout).toMatch(/^SST-2 accuracy +0\.92 +[\d.]+ +(?:met|MISSED)$/m);
  });
});

describe('npm run evaluate stops in one line at', () => {
  test.each([
    [['missing.tsv'], 1, /missing\.tsv:1: ENOENT/],
    [['two.tsv', '--model', 'missing'], 1, /no model "missing".*there are: nano, small/],
    [['two.tsv', '--model', 'nano', '--precision', 'float'], 1, /nano has no float blob/],
    [['two.tsv', '--precision', 'int4'], 2, /--precision must be/],
    [[], 2, /give a file/],
  ])('%j', async (args, expected, message) => {
    const { code, stderr } = await evaluate(...args);
    expect(code).toBe(expected);
    expect(stderr).toMatch(/^evaluate: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });
});
