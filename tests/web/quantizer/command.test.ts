// sentibyte-quantize as a process: what it writes, what it says, and what it leaves behind when something is wrong.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
