// sentibyte-quantize as a process: what it writes, what it says, and what it leaves behind when something is wrong.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { QuantizationReport } from '../../../web/lib/quantizer.js';
import { fixture } from '../../support/fixtures.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const command = process.env.SENTIBYTE_QUANTIZE ?? join(root, 'build/native/bin/sentibyte-quantize');
const GRU = join(root, 'tests/golden/engine/gru.float.sbm');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentibyte-quantize-'));
  writeFileSync(join(folder, 'ids.txt'), '1 2 3\n4 5\n6 7 8 9\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  status: number;
  output: string;
  errors: string;
}

function run(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, words, { cwd: folder }, (error, output, errors) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ status, output, errors: error && !errors ? error.message : errors });
    });
  });
}

const left = (): string[] => readdirSync(folder).filter((name) => name !== 'ids.txt');

test('writes a blob, a report and where it is', async () => {
  const { status, errors } = await run(
    ...[GRU, '-o', 'out.sbm', '--bits', '8', '--report', 'report.json'],
    ...['--calibrate', 'ids.txt', '--evaluate', 'ids.txt', '--search', 'random', '--trials', '5'],
  );
  expect(errors).toContain('ranges of pieces');
  expect(errors).toContain('3 texts');
  expect(status).toBe(0);
  expect(left().sort()).toEqual(['out.sbm', 'report.json']);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as QuantizationReport & {
    against_float: { texts: number; agreement: number };
    search: { trials: number; loss: number; loss_before: number };
  };
  expect(report.bytes).toBe(readFileSync(join(folder, 'out.sbm')).length);
  expect(report.against_float.texts).toBe(3);
  expect(report.search.loss).toBeLessThanOrEqual(report.search.loss_before);
  expect(report.activations.some(({ from }) => from === 'calibration')).toBe(true);
});

test('the report can go to standard output, and quiet is quiet', async () => {
  const { output, errors } = await run(GRU, '-o', 'out.sbm', '--report', '-', '--quiet');
  expect((JSON.parse(output) as QuantizationReport).path).toBe('fast');
  expect(errors).toBe('');
});

test('help goes to standard output', async () => {
  const { status, output } = await run('--help');
  expect(status).toBe(0);
  expect(output).toContain('--prune-neurons');
});

const BAD: [what: string, words: string[], message: string][] = [
  ['no input', ['-o', 'out.sbm'], 'no input file'],
  ['no output', [GRU], 'no output file'],
  ['an input that is not there', ['nowhere.sbm', '-o', 'out.sbm'], 'nowhere.sbm: cannot be opened'],
  ['an impossible budget', [GRU, '-o', 'out.sbm', '--budget', '500'], '--budget 500: this model takes'],
  ['an unknown tensor', [GRU, '-o', 'out.sbm', '--bits-for', 'head=4'], '--bits-for head: no tensor'],
  ['ids out of range', [GRU, '-o', 'out.sbm', '--calibrate', 'far.txt'], 'calibration ids: ids[1]: 60000'],
  ['ids that are none', [GRU, '-o', 'out.sbm', '--evaluate', 'words.txt'], 'words.txt:1: "not"'],
  ['a damaged model', ['damaged.sbm', '-o', 'out.sbm'], 'blob: damaged or cut short'],
  ['a folder that is not there', [GRU, '-o', 'none/out.sbm'], 'none/out.sbm: cannot be written'],
  [
    'a report that cannot be written',
    [GRU, '-o', 'out.sbm', '--report', 'none/r.json'],
    'none/r.json: cannot be written',
  ],
];

test.each(BAD)('%s: one clear error and no file left', async (_, words, message) => {
  const inputs = ['far.txt', 'words.txt', 'damaged.sbm'];
  writeFileSync(join(folder, 'far.txt'), '1 60000\n');
  writeFileSync(join(folder, 'words.txt'), 'not ids\n');
  writeFileSync(join(folder, 'damaged.sbm'), fixture('gru.float').subarray(0, 5000));
  const { status, errors } = await run(...words);
  expect(status).toBe(1);
  expect(errors.split('\n').filter((line) => line.startsWith('sentibyte-quantize: '))).toHaveLength(1);
  expect(errors).toContain(message);
  expect(left().filter((name) => !inputs.includes(name))).toEqual([]);
});

test('a failure leaves the blob that was there as it was', async () => {
  writeFileSync(join(folder, 'out.sbm'), 'kept');
  await run(GRU, '-o', 'out.sbm', '--budget', '500');
  expect(readFileSync(join(folder, 'out.sbm'), 'utf8')).toBe('kept');
});

/** One of the machine's devices; for somebody who could replace that one, another of its kind, in a folder of its own. */
function device(name: string, minor: number): string {
  if (process.getuid?.() !== 0) return `/dev/${name}`;
  const node = join(mkdtempSync(join(tmpdir(), 'sentibyte-device-')), name);
  execFileSync('mknod', ['-m', '666', node, 'c', '1', String(minor)]);
  return node;
}

describe('what the output may be', () => {
  test('a link is followed, and what it leads to keeps its mode', async () => {
    mkdirSync(join(folder, 'there'));
    writeFileSync(join(folder, 'there/model.sbm'), 'old');
    chmodSync(join(folder, 'there/model.sbm'), 0o640);
    symlinkSync('there/model.sbm', join(folder, 'link.sbm'));
    expect((await run(GRU, '-o', 'link.sbm')).status).toBe(0);
    expect(lstatSync(join(folder, 'link.sbm')).isSymbolicLink()).toBe(true);
    const { mode, size } = statSync(join(folder, 'there/model.sbm'));
    expect(mode & 0o7777).toBe(0o640);
    expect(size).toBeGreaterThan(1000);
    expect(readdirSync(join(folder, 'there'))).toEqual(['model.sbm']);
  });

  test('a link to nothing makes what it leads to', async () => {
    symlinkSync('new.sbm', join(folder, 'link.sbm'));
    expect((await run(GRU, '-o', 'link.sbm')).status).toBe(0);
    expect(lstatSync(join(folder, 'link.sbm')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(folder, 'new.sbm')).isFile()).toBe(true);
  });

  test('a device stays one', async () => {
    const nothing = device('null', 3);
    expect((await run(GRU, '-o', nothing)).status).toBe(0);
    expect(statSync(nothing).isCharacterDevice()).toBe(true);
  });

  // Through a pipe of the shell: what Node makes of an output is a socket, which nobody can open by name.
  test('a name of the standard output is written through', () => {
    symlinkSync('/proc/self/fd/1', join(folder, 'stdout'));
    const script = `${command} ${GRU} -o out.sbm --quiet --report stdout | cat`;
    expect(execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })).toContain('"path"');
    expect(left()).toEqual(['out.sbm', 'stdout']);
    expect(lstatSync(join(folder, 'stdout')).isSymbolicLink()).toBe(true);
  });

  test('a pipe is written through', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = new Promise<Buffer>((resolve) => {
      // Where nobody writes it would read for ever, and Jest wait for it.
      const limits = { maxBuffer: 1 << 26, timeout: 10_000 };
      execFile('cat', [pipe], { encoding: 'buffer', ...limits }, (_, bytes) => {
        resolve(bytes);
      });
    });
    expect((await run(GRU, '-o', 'pipe')).status).toBe(0);
    await run(GRU, '-o', 'file.sbm');
    expect(await read).toEqual(readFileSync(join(folder, 'file.sbm')));
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test.each([
    ['one name', 'out.sbm', 'out.sbm'],
    ['two names of one place', 'out.sbm', './there/../out.sbm'],
    ['a link', 'out.sbm', 'link.sbm'],
  ])('the report may not be the blob: %s', async (_, blob, report) => {
    mkdirSync(join(folder, 'there'));
    symlinkSync('out.sbm', join(folder, 'link.sbm'));
    writeFileSync(join(folder, 'out.sbm'), 'kept');
    const { status, errors } = await run(GRU, '-o', blob, '--report', report);
    expect([status, errors]).toEqual([1, expect.stringContaining('name the same file')]);
    expect(readFileSync(join(folder, 'out.sbm'), 'utf8')).toBe('kept');
  });

  test('a blob that cannot be written leaves an older report', async () => {
    writeFileSync(join(folder, 'report.json'), 'kept');
    for (const blob of [device('full', 7), 'none/out.sbm']) {
      expect((await run(GRU, '-o', blob, '--report', 'report.json')).status).toBe(1);
      expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('kept');
      expect(left()).toEqual(['report.json']);
    }
  });
});

describe('sentibyte-run', () => {
  const ids = (input: string, ...words: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(join(dirname(command), 'sentibyte-run'), [...words, GRU], { input, encoding: 'utf8' });
  const numbers = (row: unknown): number[] => String(row).trim().split(' ').map(Number);

  test('prints probabilities and score, or the logits', () => {
    const { status, stdout } = ids('1 2 3\n');
    const [negative, neutral, positive, ...score] = numbers(stdout);
    expect(negative! + neutral! + positive!).toBeCloseTo(1, 5);
    expect([status, score.length]).toEqual([0, 1]);
    const logits = numbers(ids('1 2 3\n', '--logits').stdout).slice(0, 3);
    // Another scale, and the same order.
    expect(logits.reduce((a, b) => a + b)).not.toBeCloseTo(1, 1);
    const order = (values: number[]): number[] => [0, 1, 2].sort((a, b) => values[a]! - values[b]!);
    expect(order(logits)).toEqual(order([negative!, neutral!, positive!]));
  });

  test('refuses what is no list of ids, and says where', () => {
    const { status, stderr } = ids('1 2\n3 4x\n');
    expect(status).toBe(4);
    expect(stderr).toContain('line 2: not a list of ids');
  });
});

// The shell gives the command a full disk as its standard output.
test.each([
  ['sentibyte-quantize --help', 1],
  [`sentibyte-quantize ${GRU} -o out.sbm --report -`, 1],
  ['sentibyte-run --help', 5],
  [`sentibyte-run --describe ${GRU}`, 5],
  [`sentibyte-run ${GRU}`, 5],
])('%s to a full disk exits %d', (line, status) => {
  const script = `printf '1 2 3\\n' | ${join(dirname(command), line)} > /dev/full`;
  const ended = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect(ended.status).toBe(status);
  expect(left()).toEqual([]);
});
