import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentiment } from '../../../web/lib/index.js';
import { createAnalyzer } from '../../../web/lib/node/index.js';
import { type Outcome, TestPackage } from '../support/package.js';

const fixture = (name: string): URL => new URL(`../../golden/engine/${name}.sbm`, import.meta.url);
let cli: TestPackage;
beforeAll(async () => {
  cli = await TestPackage.make();
});
afterAll(() => {
  cli.remove();
});

// Each test starts several processes; a busy machine takes its time for that.
jest.setTimeout(60_000);

const run = (args: readonly string[], input?: string | Uint8Array): Promise<Outcome> =>
  cli.run('dist/node/cli.js', args, input);
const start = (args: readonly string[]): ReturnType<TestPackage['start']> =>
  cli.start('dist/node/cli.js', args);

function rows(stdout: string): Sentiment[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((row) => JSON.parse(row) as Sentiment);
}

async function expected(
  texts: string[],
  model = 'transformer',
  precision: 'int8' | 'float' = 'int8',
): Promise<Sentiment[]> {
  const analyzer = await createAnalyzer({ model: fixture(model), precision });
  const results = texts.map((text) => analyzer.analyze(text));
  analyzer.dispose();
  return results;
}

function expectClose(actual: Sentiment[], wanted: Sentiment[]): void {
  expect(actual.map(({ label }) => label)).toEqual(wanted.map(({ label }) => label));
  const numbers = ({
    score,
    confidence,
    probabilities: { negative, neutral, positive },
  }: Sentiment): number[] => [...[score, confidence, negative, neutral, positive]];
  actual.forEach((row, i) => {
    expect(Object.keys(row)).toEqual(['label', 'score', 'confidence', 'probabilities']);
    numbers(row).forEach((value, at) => {
      expect(value).toBeCloseTo(numbers(wanted[i]!)[at]!, 5);
    });
  });
}

describe('--lines', () => {
  const texts = [
    'the hotel was good',
    '',
    '   ',
    'bé 😀 not',
    '{"a": 1}',
    'x '.repeat(3000),
    '@friend',
    'last',
  ];

  test('a result a line, in order, empty lines included', async () => {
    const { code, stdout, stderr } = await run(['--lines'], `${texts.join('\n')}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expectClose(rows(stdout), await expected(texts));
  });

  test('CRLF, a byte-order mark and a last line without an end change nothing', async () => {
    const plain = await run(['--lines'], `${texts.join('\n')}\n`);
    expect((await run(['--lines'], texts.join('\r\n'))).stdout).toBe(plain.stdout);
    expect((await run(['--lines'], `\ufeff${texts.join('\n')}`)).stdout).toBe(plain.stdout);
  });

  test('reads a file', async () => {
    writeFileSync(join(cli.folder, 'texts.txt'), texts.join('\n'));
    const piped = await run(['--lines'], texts.join('\n'));
    expect(await run(['--lines', 'texts.txt'])).toEqual(piped);
  });

  test('nothing gives nothing', async () => {
    expect(await run(['--lines'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('takes models by name and by file, in int8 and float', async () => {
    const file = join(cli.folder, 'dist/models/small.float.sbm');
    const runs: [string[], string, 'int8' | 'float'][] = [
      [['--model', 'nano'], 'dense', 'int8'],
      [['--precision', 'float'], 'transformer.float', 'float'],
      [['--model', 'small', '--precision', 'float'], 'transformer.float', 'float'],
      [['--model', file], 'transformer.float', 'float'],
      [['--model', join(cli.folder, 'dist/models/nano.sbm'), '--kernels', 'scalar'], 'dense', 'int8'],
    ];
    for (const [args, model, precision] of runs) {
      const { stdout } = await run(['--lines', ...args], texts.join('\n'));
      expectClose(rows(stdout), await expected(texts, model, precision));
    }
  });

  test('all kernels that run here print the same', async () => {
    const scalar = await run(['--lines', '--kernels', 'scalar'], texts.join('\n'));
    const simd = await run(['--lines', '--kernels', 'simd'], texts.join('\n'));
    expect(simd).toEqual(scalar);
  });

  test('bytes that are no UTF-8 are text like any other', async () => {
    const { code, stdout } = await run(['--lines'], Uint8Array.of(0x61, 0xff, 0xfe, 0x0a, 0xc3, 0x0a, 0x62));
    expect(code).toBe(0);
    expectClose(rows(stdout), await expected(['a\ufffd\ufffd', '\ufffd', 'b']));
  });

  test('a line beyond all bounds gives an error, and the stream goes on', async () => {
    const { code, stdout } = await run(['--lines'], `good\n${'x'.repeat(3 << 20)}\nbad\n`);
    expect(code).toBe(0);
    const [first, second, third] = stdout
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as object);
    expect(first).toHaveProperty('label');
    expect(second).toEqual({ error: 'the row is longer than 1048576 characters' });
    expect(third).toHaveProperty('label');
  });

  test('answers each line as it comes', async () => {
    const child = start(['--lines']);
    const answer = (): Promise<string> =>
      new Promise((resolve) =>
        child.stdout?.once('data', (bytes: Buffer) => {
          resolve(bytes.toString());
        }),
      );
    for (const line of ['good', 'bad', '']) {
      const next = answer();
      child.stdin?.write(`${line}\n`);
      expect(rows(await next)).toHaveLength(1);
    }
    child.stdin?.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  test('a reader that has seen enough ends it quietly', async () => {
    const child = start(['--lines']);
    let errors = '';
    child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()));
    child.stdin?.on('error', () => undefined);
    const feed = (): void => {
      while (child.stdin?.writable && child.stdin.write('the hotel was good\n'.repeat(500)));
    };
    child.stdin?.on('drain', feed);
    feed();
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(errors).toBe('');
  });

  test('waits for a slow reader instead of filling the memory', async () => {
    const child = start(['--lines']);
    let written = 0;
    const block = 'the hotel was good\n'.repeat(1000);
    child.stdin?.on('error', () => undefined);
    const feed = (): void => {
      do written += block.length;
      while (written < 64 << 20 && child.stdin?.write(block));
    };
    child.stdin?.on('drain', feed);
    feed();
    // Nobody reads: what was taken in fits into the pipes and one chunk.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const taken = written;
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill();
    expect(written).toBe(taken);
    expect(taken).toBeLessThan(4 << 20);
  });
});

describe('rows', () => {
  const put = (name: string, text: string): void => {
    writeFileSync(join(cli.folder, name), text);
  };
  const got = (name: string): string => readFileSync(join(cli.folder, name), 'utf8');

  test('of a table keep their cells and get columns, in a file of their own', async () => {
    put('table.csv', 'id;review\r\n1;"not ""bad"";\nreally"\r\n2\r\n3;the hotel was good\r\n');
    const { code, stdout, stderr } = await run([
      '--csv',
      '--column',
      'review',
      'table.csv',
      '-o',
      'judged.csv',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('sentibyte: 1 of 3 rows could not be read; each says why\n');
    expect(got('judged.csv')).toMatch(
      new RegExp(
        [
          '^id;review;sentiment_label;sentiment_score;sentiment_confidence;sentiment_error\n',
          '1;"not ""bad"";\nreally";[a-z]+;[-\\d.]+;[\\d.]+;\n',
          '2;;;;;the row has 1 cells, the text is in number 2\n',
          '3;the hotel was good;[a-z]+;[-\\d.]+;[\\d.]+;\n$',
        ].join(''),
      ),
    );
  });

  test('of several files are one table', async () => {
    put('one.csv', 'id,text\n1,a good one\n');
    put('two.csv', 'id,text\n2,a bad one\n');
    put('other.csv', 'text,id\na bad one,2\n');
    const { stdout, stderr } = await run(['--csv', '--fields', 'label', 'one.csv', 'two.csv']);
    expect(stdout.split('\n').map((line) => line.split(',')[0])).toEqual(['id', '1', '2', '']);
    expect(stderr).toContain('judging the column "text" of one.csv');
    const failed = await run(['--csv', '--column', 'text', 'one.csv', 'other.csv', '-o', 'none.csv']);
    expect(failed).toMatchObject({
      code: 1,
      stderr: 'sentibyte: other.csv: has other columns than the first file\n',
    });
    expect(readdirSync(cli.folder).filter((name) => name.includes('none.csv'))).toEqual([]);
  });

  test('of JSON keep their fields', async () => {
    const { stdout } = await run(
      ['--jsonl', '--field', 't', '--fields', 'label'],
      '{"t":"good","id":1}\n{"id":2}\n',
    );
    expect(stdout).toMatch(
      /^\{"t":"good","id":1,"sentiment":\{"label":"\w+"\}\}\n\{"id":2,"sentiment":\{"error":"there is no field \\"t\\""\}\}\n$/,
    );
  });

  test('are the same with any number of threads', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `the hotel was good ${'not '.repeat(i % 7)}${i}`,
    ).join('\n');
    const one = await run(['--lines', '--jobs', '1'], lines);
    expect(rows(one.stdout)).toHaveLength(3000);
    expect(await run(['--lines', '--jobs', '3'], lines)).toEqual(one);
  });

  test('that cannot be read are an exit code where that is asked for', async () => {
    expect((await run(['--jsonl', '--field', 't', '--strict'], '{"t":"a"}\n')).code).toBe(0);
    expect((await run(['--jsonl', '--field', 't', '--strict'], '{"t":"a"}\n{}\n')).code).toBe(1);
  });

  test('are answered one by one where the column is named', async () => {
    const child = start(['--csv', '--column', 'text', '--fields', 'label']);
    const answer = (): Promise<string> =>
      new Promise((resolve) =>
        child.stdout?.once('data', (bytes: Buffer) => {
          resolve(bytes.toString());
        }),
      );
    let next = answer();
    child.stdin?.write('id,text\n1,good\n');
    expect(await next).toMatch(/^id,text,sentiment_label,sentiment_error\n/);
    next = answer();
    child.stdin?.write('2,bad\n');
    expect(await next).toMatch(/\d,\w+,\w+,\n$/);
    child.stdin?.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  test('that are not UTF-8 are pointed out', async () => {
    const bytes = Uint8Array.of(...Buffer.from('text\ncaf'), 0xe9, 0x0a);
    const args = ['--csv', '--column', 'text', '--fields', 'label'];
    expect((await run(args, bytes)).stderr).toContain(
      'not UTF-8; if letters are wrong, try --encoding windows-1252',
    );
    const right = await run([...args, '--encoding', 'windows-1252'], bytes);
    expect(right.stderr).toBe('');
    expect(right.stdout).toContain('\ncafé,');
  });

  test('a run that is interrupted leaves what was there', async () => {
    put('kept.txt', 'before');
    const child = start(['--lines', '-o', 'kept.txt']);
    child.stdin?.write('good\n');
    const temporary = join(cli.folder, `.kept.txt.${child.pid}.tmp`);
    while (!existsSync(temporary)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
    expect(got('kept.txt')).toBe('before');
    expect(existsSync(temporary)).toBe(false);
  });

  test('a full disk is an exit code', async () => {
    if (!existsSync('/dev/full')) return;
    const outcome = await run(['--lines', '-o', '/dev/full'], 'good\n');
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: 'sentibyte: /dev/full: the disk is full\n' });
  });
});

describe('a text', () => {
  test('is described for people', async () => {
    const { code, stdout, stderr } = await run(['the hotel was good']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^[·█]{10}│[·█]{10} [+-]?\d\.\d\d {2}(?:negative|neutral|positive), \d+ % sure\n$/,
    );
  });

  test('cannot move the cursor of the terminal that it is shown on', async () => {
    const text = 'Good\u001b[2J hotel. Bad\u202e \u009b1A meal!';
    const { stdout } = await run(['--explain', text]);
    expect(stdout).toContain('Good\\u{1b}[2J hotel.');
    const refused = await run(['--lines', 'no\u001b]0;such\u0007\nfile']);
    expect(refused.stderr).toBe('sentibyte: no\\u{1b}]0;such\\u{7}\\u{a}file: there is no such file\n');
    for (const shown of [stdout, refused.stderr]) {
      expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  test('may be several words', async () => {
    const quoted = await run(['the hotel was good']);
    expect(await run(['the', 'hotel', 'was', 'good'])).toEqual(quoted);
  });

  test('is read from standard input where none is given', async () => {
    const given = await run(['the hotel was good']);
    expect(await run([], 'the hotel was good\n')).toEqual(given);
    expect(await run(['-'], 'the hotel was good')).toEqual(given);
  });

  test('is written as JSON', async () => {
    const { stdout } = await run(['--json', '--fields', 'label', 'Good hotel. Bad meal!']);
    expect(JSON.parse(stdout)).toEqual({
      label: expect.any(String) as unknown,
      sentences: [
        { start: 0, end: 11, label: expect.any(String) as unknown },
        { start: 12, end: 21, label: expect.any(String) as unknown },
      ],
    });
  });

  test('is written into a file where one is named', async () => {
    const { code, stdout } = await run(['--json', '--fields', 'label', '-o', 'text.json', 'Good hotel.']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(cli.folder, 'text.json'), 'utf8'))).toMatchObject({
      sentences: [{ start: 0, end: 11 }],
    });
  });

  test('is explained word by word, the strongest first', async () => {
    const text = 'The hotel was good, the meal was bad.';
    const { stdout } = await run(['--explain', text]);
    const [, head, ...words] = stdout.trimEnd().split('\n');
    expect(head).toBe('What each word adds:');
    const shares = words.map((line) =>
      Number(/^ {2}([+-]?\d\.\d\d) {2}\S+$/.exec(line.replace(/ +(?=[+-]?\d)/, '  '))![1]),
    );
    expect(shares).toEqual([...shares].sort((a, b) => Math.abs(b) - Math.abs(a)));

    const { words: told } = JSON.parse((await run(['--explain', '--json', text])).stdout) as {
      words: { start: number; end: number; share: number }[];
    };
    expect(told.map(({ start, end }) => text.slice(start, end))).toEqual(text.match(/\w+|[,.]/g));
    expect(told.filter(({ share }) => Math.abs(share) >= 0.01)).toHaveLength(words.length);
  });

  test('that is not English is said not to be read', async () => {
    const { stdout } = await run(['这家酒店很好，我们下次还会再来']);
    expect(stdout).toMatch(/ {2}not read: it does not look like English \(\d+ % of it is familiar\)\n$/);
    const { coverage } = JSON.parse(
      (await run(['--json', '--fields', 'coverage', '这家酒店很好'])).stdout,
    ) as { coverage: number };
    expect(coverage).toBeLessThan(0.2);
  });

  test('without a letter is no text', async () => {
    expect((await run(['  '])).stdout).toMatch(/ {2}no text\n$/);
  });

  test('that is the name of a file is pointed out', async () => {
    const { code, stderr } = await run(['package.json']);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'sentibyte: "package.json" is a file, and its name was judged; for what is in it: sentibyte --lines package.json\n',
    );
  });

  test('of several sentences shows each of them', async () => {
    const { stdout } = await run(['--', 'Good hotel.  Bad\nmeal!']);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/^.{27,29} {2}/, '')),
    ).toEqual(['Good hotel.', 'Bad', 'meal!']);
  });
});

describe('the command line', () => {
  test('--help and --version', async () => {
    for (const option of ['--help', '-h']) {
      const { code, stdout } = await run([option]);
      expect(code).toBe(0);
      expect(stdout).toContain('--lines');
    }
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  test.each([[['--bogus']], [['--lines', '--model', 'missing']], [['--lines', '--model', './missing.sbm']]])(
    '%j is wrong: one line, exit code 2',
    async (args) => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^sentibyte: [^\n]+ \(see --help\)\n$/);
    },
  );

  test.each([
    [['--lines', 'missing.txt']],
    [['--lines', '.']],
    [['--lines', '-o', '.']],
    [['--model', 'package.json', 'x']],
    [['--model', 'package.json', '--lines', '--jobs', '2', 'package.json']],
    [['--model', 'dist/models/small.sbm', '--precision', 'float', 'x']],
    [['--model', 'damaged.sbm', 'x']],
  ])('%j fails: one line, exit code 1', async (args) => {
    const damaged = readFileSync(fixture('dense')).fill(0xff, 60, 200);
    writeFileSync(join(cli.folder, 'damaged.sbm'), damaged);
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^sentibyte: [^\n]+\n$/);
  });
});
