// dist/ in real browsers, in a page and in a worker: which kernels run, and whether every bit is the committed one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chosenBrowsers, launch, serve } from './harness.mjs';

// What each of the installed browsers must choose by itself; WebKit has relaxed SIMD behind a flag only.
const BEST = { chromium: 'relaxed', firefox: 'relaxed', webkit: 'simd' };
const FINGERPRINTS = Object.fromEntries(
  readFileSync('tests/golden/engine/fingerprints.txt', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')),
);
const FIXTURES = Object.keys(FINGERPRINTS);

// A strict policy on every page: the engine must not need `eval`.
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src 'self'";

const WORK = `
import { createEngine } from '/dist/engine.js';
import { floatEngine } from '/dist-lab/float-engine.js';
import { fingerprint } from '/support/fingerprint.js';

export async function work({ fixture, kernels, bytes, wasm }) {
  try {
    const blob = bytes ? Uint8Array.from(bytes) : new Uint8Array(await (await fetch('/fixtures/' + fixture + '.sbm')).arrayBuffer());
    const precision = fixture?.endsWith('.float') ? floatEngine : { precision: 'int8' };
    const start = performance.now();
    const engine = await createEngine({ blob, ...precision, ...(kernels && { kernels }), ...(wasm && { wasm }) });
    const loaded = performance.now() - start;
    const result = { kernels: engine.kernels, path: engine.path, hash: fingerprint(engine), loaded };
    engine.dispose();
    return result;
  } catch (error) {
    return { name: error.name, code: error.code, message: error.message };
  }
}`;
const PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">
<title>engine</title><script type="module" src="/page.js"></script>`;
const PAGE_SCRIPT = `
import { work } from '/work.js';
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push([event.violatedDirective, event.blockedURI, event.sourceFile, event.sample].join(" ")));
const worker = new Worker('/worker.js', { type: 'module' });
window.inPage = work;
window.inWorker = (task) => new Promise((resolve, reject) => {
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(task);
});`;
const WORKER_SCRIPT = `
import { work } from '/work.js';
self.onmessage = async (event) => self.postMessage(await work(event.data));`;

const script = (body) => ({ body, type: 'text/javascript' });

for (const name of chosenBrowsers()) {
  describe(name, () => {
    let server;
    let browser;
    let page;

    before(async () => {
      server = await serve(
        {
          '/dist/': 'dist',
          '/dist-lab/': 'dist-lab',
          '/support/': 'tests/support',
          '/fixtures/': 'tests/golden/engine',
        },
        {
          headers: { 'content-security-policy': POLICY },
          answers: {
            '/': { body: PAGE },
            '/page.js': script(PAGE_SCRIPT),
            '/worker.js': script(WORKER_SCRIPT),
            '/work.js': script(WORK),
            '/html.wasm': { body: '<!doctype html><title>404</title>', type: 'text/html' },
          },
        },
      );
      browser = await launch(name);
      page = await browser.newPage();
      await page.goto(`${server.url}/`);
      await page.waitFor(() => typeof window.inWorker === 'function');
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const inPage = (task) => page.evaluate((given) => window.inPage(given), task);
    const inWorker = (task) => page.evaluate((given) => window.inWorker(given), task);

    test(`chooses the ${BEST[name]} kernels, in a page and in a worker`, async () => {
      assert.equal((await inPage({ fixture: 'cnn' })).kernels, BEST[name]);
      assert.equal((await inWorker({ fixture: 'cnn' })).kernels, BEST[name]);
    });

    for (const kernels of ['scalar', 'simd', 'relaxed']) {
      test(`${kernels}: the same bits as every other build, all ${FIXTURES.length} fixtures`, async (context) => {
        if (kernels === 'relaxed' && BEST[name] !== 'relaxed') {
          const refused = await inPage({ fixture: 'cnn', kernels });
          assert.equal(refused.code, 'unsupported', 'a machine without relaxed SIMD says so');
          context.diagnostic('no relaxed SIMD here: refused by name');
          return;
        }
        const check = (fixture, { kernels: used, hash, message }) => {
          assert.equal(message, undefined, fixture);
          assert.equal(used, kernels);
          assert.equal(hash, FINGERPRINTS[fixture], fixture);
        };
        for (const fixture of FIXTURES) check(fixture, await inPage({ fixture, kernels }));
        for (const fixture of ['transformer', 'gru.float'])
          check(fixture, await inWorker({ fixture, kernels }));
      });
    }

    test('a hostile blob, a missing module, HTML in its place: an error that says so', async () => {
      const blob = [...readFileSync('tests/golden/engine/tiny.sbm')];
      for (const bytes of [
        [],
        [1, 2, 3],
        blob.slice(0, blob.length - 100),
        blob.map((byte, i) => (i < 64 ? byte : 255)),
      ]) {
        const { name: kind, code, message } = await inPage({ bytes });
        assert.deepEqual([kind, code], ['SentibyteError', 'model'], message);
      }
      const missing = await inPage({
        fixture: 'cnn',
        kernels: 'simd',
        wasm: { simd: '/dist/engine/nothing.wasm' },
      });
      assert.equal(missing.code, 'network');
      const html = await inPage({ fixture: 'cnn', kernels: 'simd', wasm: { simd: '/html.wasm' } });
      assert.equal(html.code, 'engine');
      assert.match(html.message, /text\/html/);
      // After all that, the page still works.
      assert.equal((await inPage({ fixture: 'cnn' })).hash, FINGERPRINTS.cnn);
    });

    test('nothing broke the content security policy', async () => {
      assert.deepEqual(await page.evaluate(() => window.violations), []);
    });
  });
}
