import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
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
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOutput } from '../../../web/lib/cli/output.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentibyte-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);

async function writeTo(path: string, text: string): Promise<void> {
  const output = await fileOutput(path);
  await output.write(text.slice(0, 1));
  await output.write(text.slice(1));
  await output.commit();
}

describe('fileOutput', () => {
  test('takes its place when everything is written, with the mode of what was there', async () => {
    writeFileSync(at('a'), 'before');
    chmodSync(at('a'), 0o640);
    const output = await fileOutput(at('a'));
    await output.write('after');
    expect(readFileSync(at('a'), 'utf8')).toBe('before');
    await output.commit();
    expect(readFileSync(at('a'), 'utf8')).toBe('after');
    expect(statSync(at('a')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('a run that fails leaves what was there, and nothing else', async () => {
    writeFileSync(at('a'), 'before');
    for (const name of ['a', 'new']) {
      const output = await fileOutput(at(name));
      await output.write('half');
      output.abandon();
    }
    expect(readFileSync(at('a'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('follows links, also to what is not there yet', async () => {
    mkdirSync(at('there'));
    writeFileSync(at('there/a'), 'before');
    symlinkSync('there/a', at('link'));
    symlinkSync('there/b', at('dangling'));
    await writeTo(at('link'), 'one');
    await writeTo(at('dangling'), 'two');
    expect(lstatSync(at('link')).isSymbolicLink() && lstatSync(at('dangling')).isSymbolicLink()).toBe(true);
    expect(['there/a', 'there/b'].map((name) => readFileSync(at(name), 'utf8'))).toEqual(['one', 'two']);
  });

  test('writes through a pipe and a device', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const [text] = await Promise.all([readFile(at('pipe'), 'utf8'), writeTo(at('pipe'), 'text')]);
    expect(text).toBe('text');
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
    await writeTo('/dev/null', 'text');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  (existsSync('/dev/full') ? test : test.skip)('a full disk is an error', async () => {
    await expect(writeTo('/dev/full', 'text')).rejects.toThrow('/dev/full: the disk is full');
  });

  test.each([
    ['', 'is a folder, not a file'],
    ['missing/a', 'there is no such file'],
    ['file/a', 'there is no such folder'],
  ])('%j is refused in plain words', async (name, message) => {
    writeFileSync(at('file'), '');
    await expect(fileOutput(at(name))).rejects.toThrow(`${at(name)}: ${message}`);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
