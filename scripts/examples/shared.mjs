// What trying a project takes, whether it is one of examples/ or made by scripts/environments.mjs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { launch } from '../../tests/browser/harness.mjs';

export const TEXT = 'I expected little and loved every minute';
export const OTHER = 'What a waste of an evening';

/** Empties `work` and packs the package into it; gives the tarball. */
export function packInto(work) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', work];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' }));
  return resolve(work, filename);
}

/** Installs the tarball, and what else the manifest names, in a folder. */
export function install(folder, tarball, manifest) {
  const dependencies = { ...manifest.dependencies, sentibyte: `file:${tarball}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
  npm(
    folder,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  );
}

export function npm(folder, ...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the library of this repository says of a text. */
export async function scoreOf(text, model = 'small') {
  const { createAnalyzer } = await import('../../dist/node/index.js');
  const analyzer = await createAnalyzer({ model });
  const { score } = analyzer.analyze(text);
  analyzer.dispose();
  return score.toFixed(6);
}

/** The text that a page begins with, and then one that is typed. */
export async function tryPage(url, model) {
  const browser = await launch('chromium');
  try {
    const tab = await browser.newPage();
    await tab.goto(url);
    const shows = async (text) =>
      tab.waitFor(
        '(score) => document.querySelector("#score")?.textContent.trim() === score',
        await scoreOf(text, model),
      );
    await shows(TEXT);
    await tab.native.fill('textarea', OTHER);
    await shows(OTHER);
  } finally {
    await browser.close();
  }
}

/** The text that a server answers with, once it is up. */
export async function answer(url) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
