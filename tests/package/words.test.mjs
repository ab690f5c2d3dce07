// The caller's own words, wherever the package runs: one by one, in a batch, in workers, in the command.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createAnalyzer } from '../../dist/node/index.js';
import { createWorkerAnalyzer } from '../../dist/node/worker.js';

const WORDS = { crashy: -0.6, sick: 0.7, 'dead easy': 0.6 };
const TEXTS = [
  'The app is crashy',
  'It is not crashy at all',
  'Setting it up was dead easy',
  'That trick was sick',
  'We drove to the sea',
  '',
];

describe('own words', () => {
  let expected;
  let folder;
  before(async () => {
    const analyzer = await createAnalyzer({ words: WORDS });
    expected = TEXTS.map((text) => analyzer.analyze(text));
    assert.deepEqual(await analyzer.analyzeBatch(TEXTS), expected);
    analyzer.dispose();
    folder = mkdtempSync(join(tmpdir(), 'sentibyte-words-'));
    writeFileSync(join(folder, 'words.json'), JSON.stringify(WORDS));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('workers say the same', async () => {
    const workers = await createWorkerAnalyzer({ words: WORDS, workers: 2 });
    try {
      assert.deepEqual(await workers.analyzeBatch(TEXTS), expected);
      assert.deepEqual(await workers.analyze(TEXTS[0]), expected[0]);
    } finally {
      workers.dispose();
    }
  });

  test("both models of 'auto' have them", async () => {
    let arrived;
    const small = new Promise((resolve) => (arrived = resolve));
    const onModel = ({ model }) => model === 'small' && arrived();
    const analyzer = await createAnalyzer({ model: 'auto', words: { crashy: -0.6 }, onModel });
    const first = analyzer.analyze('crashy').score;
    await small;
    assert.deepEqual(
      [first, analyzer.analyze('crashy').score].map((score) => score.toFixed(6)),
      ['-0.600000', '-0.600000'],
    );
    analyzer.dispose();
  });

  test('workers refuse what no text can have', async () => {
    await assert.rejects(createWorkerAnalyzer({ words: { '@acme': 1 } }), {
      code: 'input',
      message: /"@acme"/,
    });
  });

  const command = (...args) =>
    execFileSync(process.execPath, ['dist/node/cli.js', ...args], {
      input: `${TEXTS.join('\n')}\n`,
      encoding: 'utf8',
    });

  for (const jobs of ['1', '2']) {
    test(`the command reads them from a file, with ${jobs} thread(s)`, () => {
      const lines = command('--lines', '--jobs', jobs, '--words', join(folder, 'words.json'));
      const scores = lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).score);
      assert.deepEqual(
        scores,
        expected.map(({ score }) => Number(score.toFixed(6))),
      );
    });
  }

  test('the command takes JSON as it stands, and says what is wrong with it', () => {
    const { score } = JSON.parse(command('--json', '--words', '{"crashy": -0.6}', 'crashy'));
    assert.equal(score, -0.6);
    for (const [words, message] of [
      ['{"crashy": ', /--words: .*JSON/],
      ['nothing.json', /--words: .*nothing\.json/],
      ['{"crashy": 5}', /"crashy" must be a number from -1 to 1, but is 5/],
    ]) {
      assert.throws(
        () => command('--words', words, 'crashy'),
        (error) => message.test(error.stderr),
      );
    }
  });
});
