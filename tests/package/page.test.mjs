// The packed package in a page: without a build, under a policy, and in builds that are no modules.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launch, serve } from '../browser/harness.mjs';
import { expectedScore, Project, TEXT } from './installed.mjs';

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";
const NO_WASM = "default-src 'none'; script-src 'self'; connect-src 'self'";
const page = (script, policy = STRICT, head = '') =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><title>…</title>${head}${script}`;
const score = (module, options = '{}') => `
import { createAnalyzer } from '${module}';
createAnalyzer(${options}).then(
  (analyzer) => (document.title = analyzer.analyze(${JSON.stringify(TEXT)}).score.toFixed(6)),
  (error) => (document.title = error.name + ': ' + error.message),
);`;

let project;
let browser;
let server;
before(async () => {
  project = new Project({
    'plain.js': score('./lib/index.js'),
    'plain.html': page('<script type="module" src="plain.js"></script>'),
    'refused.html': page('<script type="module" src="plain.js"></script>', NO_WASM),
    'plain-base.js': score('./code/index.js', "{ base: '/deep/er/lib' }"),
    'plain-base.html': page('<script type="module" src="plain-base.js"></script>'),
    'iife.html': page('<script src="out/iife.js"></script>'),
    'iife-base.html': page('<script src="out/iife-base.js"></script>'),
    'source/iife.js': score('sentibyte'),
    'source/iife-base.js': score('sentibyte', "{ base: 'lib/' }"),
    'source/esm.js': score('sentibyte', '{ base: new URL("lib/", location.href) }'),
    'esm.html': page('<script type="module" src="out/esm.js"></script>'),
  });
  project.copy('dist', 'lib');
  project.copy('dist', 'code');
  const common = { absWorkingDir: project.folder, bundle: true, outdir: 'out', logLevel: 'error' };
  await build({
    ...common,
    entryPoints: ['source/iife.js', 'source/iife-base.js'],
    format: 'iife',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  await build({ ...common, entryPoints: ['source/esm.js'], format: 'esm' });
  server = await serve({ '/deep/er/': project.folder });
  browser = await launch('chromium');
});
after(async () => {
  await browser?.close();
  await server?.close();
  project?.remove();
});

async function titleOf(path) {
  const tab = await browser.newPage();
  try {
    await tab.goto(`${server.url}/deep/er/${path}`);
    await tab.waitFor("() => document.title !== '…'");
    return await tab.evaluate('() => document.title');
  } finally {
    await tab.close();
  }
}

for (const [what, file] of [
  ['a copy of dist under a strict policy, at a sub-path', 'plain.html'],
  ['code in one place, files in another that "base" names', 'plain-base.html'],
  ['an IIFE of esbuild with "base"', 'iife-base.html'],
  ['a module of esbuild with "base"', 'esm.html'],
]) {
  test(what, async () => {
    assert.equal(await titleOf(file), await expectedScore());
  });
}

test('a single file that brings the bytes, opened from the disk', async () => {
  project.write({
    'source/single.js': `import simd from 'sentibyte/engine/int8-simd.wasm';
import model from 'sentibyte/models/nano.sbm';
${score('sentibyte', '{ model, wasm: { simd } }')}`,
  });
  const { outputFiles } = await build({
    absWorkingDir: project.folder,
    entryPoints: ['source/single.js'],
    bundle: true,
    minify: true,
    format: 'iife',
    loader: { '.wasm': 'binary', '.sbm': 'binary' },
    write: false,
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const code = outputFiles[0].text.replaceAll('</script', '<\\/script');
  project.write({
    'single.html': `<!doctype html><meta charset="utf-8"><title>…</title><script>${code}</script>`,
  });
  const tab = await browser.newPage();
  try {
    await tab.goto(pathToFileURL(join(project.folder, 'single.html')).href);
    await tab.waitFor("() => document.title !== '…'");
    assert.equal(await tab.evaluate('() => document.title'), await expectedScore('nano'));
  } finally {
    await tab.close();
  }
});

test('an IIFE of esbuild says what it needs', async () => {
  assert.match(await titleOf('iife.html'), /^SentibyteError: .*"base"/);
});

test("a policy without 'wasm-unsafe-eval' is named, and no module is fetched", async () => {
  server.requests.length = 0;
  assert.match(await titleOf('refused.html'), /^SentibyteError: .*'wasm-unsafe-eval'/);
  assert.deepEqual(
    server.requests.filter((path) => path.endsWith('.wasm')),
    [],
  );
});
