// The room Files, as a visitor's hands use it.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../../../dist/node/cli.js', import.meta.url));

/** A folder, at its `path` while the tests of the file run. */
export function temporaryFolder() {
  const folder = { path: '' };
  before(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'sentibyte-files-'));
  });
  after(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}

/** Chooses a file. */
export const bring = (page, name, content) =>
  page.setInputFiles('.intake input[type=file]', {
    name,
    mimeType: 'text/plain',
    buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
  });

/** The line that says how far the file is read, once it says that. */
export const figures = (page, says) => page.locator('.progress-figures').filter({ hasText: says });

/** Waits until a file is read to its end, and gives the line that says so. */
export async function finished(page, timeout = 180_000) {
  const line = figures(page, /^All /);
  await line.waitFor({ timeout });
  return line.textContent();
}

/** Texts of the rows that are drawn. */
export const texts = (page) => page.locator('.grid-body .cell-text');

/** A choice of how the file is read. */
export const setting = (page, name) => page.locator('.files-settings').getByLabel(name, { exact: true });

/** Presses a button, and gives the file that comes of it. */
export async function downloaded(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What the command writes of a file. */
export async function judged(file, wanted, options) {
  // What the command says of rows that it could not read is its exit code 1.
  await promisify(execFile)(process.execPath, [command, ...options, file, '-o', wanted]).catch((error) => {
    if (error.code !== 1) throw error;
  });
  return readFile(wanted, 'utf8');
}
