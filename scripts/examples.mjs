// Tries the projects of examples/ as a new user would: packs the package, installs it in a copy of each, builds, opens
// what is a page in Chromium, and compares the score of a text with the library's own.
//
//   npm run examples [-- --all | NAME...]      without arguments the quick ones
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '../tests/browser/harness.mjs';
import { launchChromium } from '../tests/browser/harness/chromium.mjs';
import {
  answer,
  freePort,
  install,
  npm,
  OTHER,
  packInto,
  scoreOf,
  TEXT,
  tryPage,
} from './examples/shared.mjs';

/** What a build may emit for us: both models and the engine, or nano alone. */
const MOST = 2_500_000;
const MOST_NANO = 700_000;

const EXAMPLES = {
  html: { quick: true, build: ['run', 'build'], try: page('.') },
  'node-stream': { quick: true, try: stream },
  'vite-react': { quick: true, build: ['run', 'build'], try: page('dist', { most: MOST }) },
  vue: { quick: true, model: 'nano', build: ['run', 'build'], try: page('dist', { most: MOST_NANO }) },
  webpack: { quick: true, build: ['run', 'build'], try: page('.', { output: 'dist', most: MOST }) },
  extension: { quick: true, model: 'nano', build: ['run', 'build'], try: extension },
  workerd: { quick: true, model: 'nano', build: ['run', 'build'], try: worker },
  deno: { quick: true, try: deno },
  'next with Turbopack': { build: ['run', 'build'], try: next },
  'next with webpack': { build: ['run', 'build', '--', '--webpack'], try: next },
};

const words = process.argv.slice(2);
const chosen = Object.keys(EXAMPLES).filter((name) => {
  if (words.length === 0) return EXAMPLES[name].quick;
  return words.includes('--all') || words.includes(name.split(' ')[0]);
});
if (chosen.length === 0)
  throw new Error(`no example "${words.join(' ')}"; there are: ${Object.keys(EXAMPLES).join(', ')}`);

const work = 'build/examples';
const tarball = packInto(work);

let failed = 0;
for (const name of chosen) {
  const example = EXAMPLES[name];
  const begun = Date.now();
  try {
    const folder = join(work, name.replaceAll(' ', '-'));
    cpSync(join('examples', name.split(' ')[0]), folder, { recursive: true });
    install(folder, tarball, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    if (example.build) npm(folder, ...example.build);
    await example.try(folder, example.model ?? 'small');
    console.log(` ok  ${name}  ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.stack}`);
  }
}
console.log(`# pass ${chosen.length - failed}\n# fail ${failed}`);
process.exit(failed === 0 ? 0 : 1);

/** A page that was built into `root`; what the build made of our files, in `output`, has a limit. */
function page(root, { output = root, most } = {}) {
  return async (folder, model) => {
    if (most !== undefined) assert.ok(emitted(join(folder, output)) <= most, 'the build emits too much');
    const server = await serve(join(folder, root));
    try {
      await tryPage(server.url, model);
    } finally {
      await server.close();
    }
  };
}

/** Bytes of models and engines that a build wrote. */
function emitted(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.(sbm|wasm)$/.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

async function stream(folder, model) {
  const input = `${TEXT}\n${OTHER}\n`;
  const printed = execFileSync(process.execPath, ['main.js'], { cwd: folder, input, encoding: 'utf8' });
  const wanted = await Promise.all(
    [TEXT, OTHER].map(async (text) => `${await scoreOf(text, model)}\t${text}\n`),
  );
  assert.equal(printed, wanted.join(''));
}

/** With the one permission that the README names. */
async function deno(folder, model) {
  const printed = execFileSync(
    resolve(folder, 'node_modules/.bin/deno'),
    ['run', '--allow-read', 'main.js', TEXT],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  assert.equal(printed.trim(), await scoreOf(TEXT, model));
}

/** On the server while a page is made, on the server in a handler, and in the page. */
async function next(folder, model) {
  assert.ok(emitted(join(folder, '.next/static')) <= MOST, 'the build emits too much');
  const port = await freePort();
  const program = join('node_modules', 'next', 'dist', 'bin', 'next');
  const args = [program, 'start', '-H', '127.0.0.1', '-p', String(port)];
  const server = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}`;
    const html = await answer(url);
    assert.ok(html.includes(`<output id="server">${await scoreOf(TEXT, model)}<`), 'the server component');
    const judged = await (await fetch(`${url}/score`, { method: 'POST', body: OTHER })).json();
    assert.equal(judged.score.toFixed(6), await scoreOf(OTHER, model));
    await tryPage(url, model);
  } finally {
    server.kill();
  }
}

/** Loaded unpacked, and a text typed into a field of a page that knows nothing of it. */
async function extension(folder, model) {
  const dist = resolve(folder, 'dist');
  const profile = mkdtempSync(join(tmpdir(), 'sentibyte-extension-'));
  const server = await serve('tests/browser', {
    answers: { '/': { body: '<!doctype html><title>A page</title><textarea></textarea>' } },
  });
  const browser = await launchChromium({ profile, flags: [`--load-extension=${dist}`] });
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/`);
    await tab.type('textarea', OTHER);
    await tab.waitFor(
      "(score) => document.querySelector('sentibyte-badge')?.shadowRoot.querySelector('output').value === score",
      Number(await scoreOf(OTHER, model)).toFixed(2),
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function worker(folder, model) {
  const port = await freePort();
  const program = resolve(folder, 'node_modules/.bin/workerd');
  const args = ['serve', 'config.capnp', `--socket-addr=http=127.0.0.1:${port}`];
  const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const url = `http://127.0.0.1:${port}`;
    await answer(url);
    const judged = await (await fetch(url, { method: 'POST', body: OTHER })).json();
    assert.equal(judged.score.toFixed(6), await scoreOf(OTHER, model));
  } finally {
    server.kill();
  }
}
