// The workers of dist/ in real browsers: from the page's own origin and from another, under a strict policy.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenBrowsers, launch, serve } from './harness.mjs';

/** What the policy has to allow where the package comes from the page's origin, or from that of `library`. */
const policy = (library) =>
  [
    "default-src 'none'",
    "img-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${library ?? ''}`,
    `connect-src 'self' ${library ?? ''}`,
    `worker-src ${library ? 'blob:' : "'self'"}`,
  ].join('; ');

const page = (library = '') => `<!doctype html><meta charset="utf-8"><title>workers</title>
<meta http-equiv="content-security-policy" content="${policy(library || undefined)}">
<script type="module" src="/page.js?library=${encodeURIComponent(library)}"></script>`;

const PAGE_SCRIPT = `
const library = new URL(import.meta.url).searchParams.get('library');
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push([event.violatedDirective, event.blockedURI].join(' ')));
const [{ createWorkerAnalyzer }, { createAnalyzer }] = await Promise.all([
  import(library + '/dist/worker.js'),
  import(library + '/dist/index.js'),
]);
const told = ({ name, code, message }) => ({ name, code, message });
window.tests = {
  async agrees() {
    const alone = await createAnalyzer({ model: 'nano' });
    const analyzer = await createWorkerAnalyzer({ model: 'nano', workers: 2 });
    const texts = Array.from({ length: 500 }, (_, i) => (i % 2 ? 'I loved it ' : 'It never worked ').repeat(1 + (i % 5)));
    const expected = texts.map((text) => alone.analyze(text));
    const batch = await analyzer.analyzeBatch(texts);
    const streamed = [];
    for await (const one of analyzer.analyzeStream(texts)) streamed.push(one);
    const same = (results) => JSON.stringify(results) === JSON.stringify(expected);
    const result = { batch: same(batch), streamed: same(streamed), kernels: analyzer.kernels === alone.kernels };
    analyzer.dispose();
    alone.dispose();
    return result;
  },
  async aborts() {
    const analyzer = await createWorkerAnalyzer({ model: 'nano' });
    await analyzer.analyze('warm');
    const text = 'the hotel was not good. '.repeat(420_000);
    const controller = new AbortController();
    const answer = analyzer.analyze(text, { signal: controller.signal, onProgress: () => controller.abort() });
    let start = 0;
    controller.signal.addEventListener('abort', () => (start = performance.now()));
    const { code } = await answer.catch(told);
    const answered = performance.now() - start;
    await analyzer.analyze('good');
    const free = performance.now() - start;
    analyzer.dispose();
    return { code, answered, free };
  },
  async newest() {
    const analyzer = await createWorkerAnalyzer({ model: 'nano' });
    const answers = ['a', 'ab', 'abc'].map((text) => analyzer.analyze(text, { newest: true }).then(() => 'done', ({ code }) => code));
    const result = await Promise.all(answers);
    analyzer.dispose();
    return result;
  },
  async auto() {
    const changes = [];
    let both;
    const settled = new Promise((resolve) => (both = resolve));
    const analyzer = await createWorkerAnalyzer({ model: 'auto', onModel: ({ model, error }) => {
      changes.push(error ? error.code : model);
      if (changes.length === 2) both();
    } });
    const first = (await analyzer.analyze('I loved it')).model;
    await settled;
    const second = (await analyzer.analyze('I loved it')).model;
    analyzer.dispose();
    return { changes, first, second };
  },
  async cached() {
    for (let i = 0; i < 3; i++) {
      const analyzer = await createWorkerAnalyzer({ model: 'nano', cache: true });
      await analyzer.analyze('I loved it');
      analyzer.dispose();
    }
  },
  async missing() {
    return createWorkerAnalyzer({ model: new URL('/nothing.sbm', location.href) }).then(() => 'made', told);
  },
};`;

for (const name of chosenBrowsers()) {
  describe(name, { timeout: 300_000 }, () => {
    let own, elsewhere, browser;
    before(async () => {
      const answers = {};
      elsewhere = await serve({ '/dist/': 'dist' }, { headers: { 'access-control-allow-origin': '*' } });
      answers['/'] = { body: page() };
      answers['/elsewhere'] = { body: page(elsewhere.url) };
      answers['/refused'] = {
        body: page().replace("worker-src 'self'", "worker-src 'none'"),
      };
      answers['/favicon.ico'] = { status: 404 };
      answers['/page.js'] = { body: PAGE_SCRIPT, type: 'text/javascript' };
      own = await serve({ '/dist/': 'dist' }, { answers });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await own?.close();
      await elsewhere?.close();
    });

    async function open(path) {
      const opened = await browser.newPage();
      await opened.goto(own.url + path);
      await opened.waitFor(() => window.tests !== undefined);
      return { ask: (what) => opened.evaluate((name) => window.tests[name](), what), opened };
    }

    for (const [where, path] of [
      ['its own origin', '/'],
      ['another origin', '/elsewhere'],
    ]) {
      test(`from ${where}: the same scores, in order, with one download`, async () => {
        const { ask, opened } = await open(path);
        const server = path === '/' ? own : elsewhere;
        const before = server.requests.filter((asked) => asked.endsWith('nano.sbm')).length;
        assert.deepEqual(await ask('agrees'), { batch: true, streamed: true, kernels: true });
        const downloads = server.requests.filter((asked) => asked.endsWith('nano.sbm')).length - before;
        assert.equal(downloads, 2, 'once for the analyzer, once for two workers');
        assert.deepEqual(await ask('newest'), ['aborted', 'aborted', 'done']);
        assert.deepEqual(await ask('auto'), { changes: ['nano', 'small'], first: 'nano', second: 'small' });
        assert.equal((await ask('missing')).code, 'network');
        assert.deepEqual(await opened.evaluate(() => window.violations), []);
      });
    }

    test('an abort is answered at once in the middle of ten million characters', async (context) => {
      const { ask } = await open('/');
      const { code, answered, free } = await ask('aborts');
      context.diagnostic(`answered after ${answered.toFixed(1)} ms, free after ${free.toFixed(1)} ms`);
      assert.equal(code, 'aborted');
      // 100 ms are promised on a machine of its own; here others run beside.
      assert.ok(answered < 100, `${answered} ms`);
      assert.ok(free < 500, `${free} ms`);
    });

    test('a model that is kept is asked for once', async () => {
      const { ask } = await open('/');
      const before = own.requests.filter((asked) => asked.endsWith('nano.sbm')).length;
      await ask('cached');
      assert.equal(own.requests.filter((asked) => asked.endsWith('nano.sbm')).length - before, 1);
    });

    test('a policy without workers is said', async () => {
      const { opened } = await open('/refused');
      const error = await opened.evaluate(async () => {
        const { createWorkerAnalyzer } = await import('/dist/worker.js');
        return createWorkerAnalyzer({ model: 'nano' }).then(
          () => 'made',
          ({ code, message }) => ({ code, message }),
        );
      });
      assert.equal(error.code, 'worker', error.message);
    });
  });
}
