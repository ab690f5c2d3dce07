import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer, type Sentiment } from '../../../web/lib/index.js';
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
    expect(second).toEqual({ error: 'the line is longer than 1048576 characters' });
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

describe('a text', () => {
  test('is described for people', async () => {
    const { code, stdout, stderr } = await run(['the hotel was good']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^[·█]{10}│[·█]{10} [+-]?\d\.\d\d {2}(?:negative|neutral|positive), \d+ % sure\n$/,
    );
  });

  test('may be several words', async () => {
    const quoted = await run(['the hotel was good']);
    expect(await run(['the', 'hotel', 'was', 'good'])).toEqual(quoted);
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
    [['--model', 'package.json', 'x']],
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
