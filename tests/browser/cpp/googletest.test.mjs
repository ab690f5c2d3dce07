// The GoogleTest programs of the WebAssembly builds, in Chromium: the same sources that run in Node, each program in a
// worker of its own over a copy of the files that it reads.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch, serve } from '../harness.mjs';

const BUILDS = process.env.SENTIBYTE_BUILDS ?? 'build';
const KERNELS = ['scalar', 'simd', 'relaxed'];
const FILES = readdirSync('tests/golden', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
  .concat('engine/format/model.fbs');

// A program's log comes back whole, with its exit status; null where it ended without one.
const WORKER = `
const log = [];
const end = (status) => self.postMessage({ status, log: log.join('\\n') });
const fail = (reason) => { log.push('ERROR: ' + (reason?.stack ?? reason)); end(null); };
self.addEventListener('error', (event) => fail(event.message));
self.addEventListener('unhandledrejection', (event) => fail(event.reason));
self.onmessage = async ({ data: { program, files } }) => {
  try {
    const { default: start } = await import('/bin/' + program);
    const bodies = await Promise.all(files.map(async (path) => {
      const response = await fetch('/' + path);
      if (!response.ok) throw new Error(path + ': ' + response.status);
      return [path, new Uint8Array(await response.arrayBuffer())];
    }));
    const copyFiles = (module) => {
      for (const [path, bytes] of bodies) {
        module.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
        module.FS.writeFile(path, bytes);
      }
    };
    const add = (line) => log.push(line);
    await start({
      arguments: ['--gtest_color=no'],
      locateFile: (name) => '/bin/' + name,
      preRun: [copyFiles],
      print: add,
      printErr: add,
      onExit: end,
      onAbort: fail,
    });
  } catch (error) {
    fail(error);
  }
};`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>googletest</title><script>
window.run = (task) => new Promise((resolve) => {
  const worker = new Worker('/worker.js', { type: 'module' });
  worker.onerror = (event) => resolve({ status: null, log: 'ERROR: ' + event.message });
  worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
  worker.postMessage(task);
});
</script>`;

describe('chromium', () => {
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser?.close());

  for (const kernels of KERNELS) {
    const folder = `${BUILDS}/wasm-tests-${kernels}/bin`;
    const programs = readdirSync(folder).filter((name) => name.endsWith('-browser.mjs'));
    assert.ok(programs.length > 0, `no programs in ${folder}`);

    for (const program of programs) {
      // The quantizer has no kernels to choose from and takes minutes: once, as the module that is shipped.
      if (program.startsWith('test-quantizer') && kernels !== 'simd') continue;
      test(`${kernels}: ${program}`, async () => {
        const server = await serve(
          { '/bin/': folder, '/tests/golden/': 'tests/golden', '/engine/format/': 'engine/format' },
          { answers: { '/': { body: PAGE }, '/worker.js': { body: WORKER, type: 'text/javascript' } } },
        );
        const page = await browser.newPage();
        try {
          await page.goto(`${server.url}/`);
          const { status, log } = await page.evaluate((task) => window.run(task), { program, files: FILES });
          console.log(log);
          assert.equal(status, 0, 'exit status');
          assert.match(log, /\[ {2}PASSED {2}\] [1-9]\d* tests?\./);
        } finally {
          await page.close();
          await server.close();
        }
      });
    }
  }
});
