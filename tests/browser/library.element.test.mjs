// <sentiment-meter> of dist/ in real browsers, under a strict policy.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenBrowsers, launch, serve } from './harness.mjs';

const POLICY =
  "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>meter</title>
<meta http-equiv="content-security-policy" content="${POLICY}">
<sentiment-meter for="comment"></sentiment-meter>
<form><textarea id="comment"></textarea><input id="line" value="A lovely place."><input id="secret" type="password"></form>
<div id="rich" contenteditable></div>
<sentiment-meter id="on-line" for="line" model="nano" lang="zh-CN"></sentiment-meter>
<sentiment-meter id="on-rich" for="rich" model="nano"></sentiment-meter>
<script type="module" src="/page.js"></script>`;

const PAGE_SCRIPT = `
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push([event.violatedDirective, event.blockedURI].join(' ')));
window.told = [];
for (const name of ['sentiment', 'sentimenterror']) document.addEventListener(name, ({ target, detail }) => {
  window.told.push({ name, id: target.getAttribute('for'), text: detail.text, label: detail.sentiment?.label, model: detail.sentiment?.model, code: detail.code });
});
window.look = (selector) => {
  const meter = document.querySelector(selector).shadowRoot.querySelector('[role=meter]');
  const bar = meter.querySelector('[part=bar]').getBoundingClientRect();
  const track = meter.querySelector('[part=track]').getBoundingClientRect();
  return {
    isSeen: meter.getClientRects().length > 0,
    now: meter.getAttribute('aria-valuenow'),
    says: meter.getAttribute('aria-valuetext'),
    name: meter.getAttribute('aria-label'),
    label: meter.querySelector('[part=label]').textContent,
    share: bar.width / track.width,
    colour: getComputedStyle(meter.querySelector('[part=bar]')).backgroundColor,
    elements: meter.querySelectorAll('*').length,
  };
};
await import('/dist/element.js');
window.isReady = true;`;

const look = (selector) => window.look(selector);
const says = ({ selector, pattern }) => new RegExp(pattern).test(window.look(selector).says ?? '');
const wasTold = (wanted) =>
  window.told.find((one) => Object.entries(wanted).every(([key, value]) => one[key] === value)) !== undefined;

for (const name of chosenBrowsers()) {
  describe(name, { timeout: 300_000 }, () => {
    let server, browser, page;
    before(async () => {
      server = await serve(
        { '/dist/': 'dist' },
        {
          answers: {
            '/': { body: PAGE },
            '/page.js': { body: PAGE_SCRIPT, type: 'text/javascript' },
            '/favicon.ico': { status: 404 },
          },
        },
      );
      browser = await launch(name);
      page = await browser.newPage();
      await page.goto(`${server.url}/`);
      await page.waitFor(() => window.isReady === true);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('a field with a text is read at once, and spoken of in its language', async () => {
      await page.waitFor(says, { selector: '#on-line', pattern: '^正面, 0\\.' });
      const { name: called, label, isSeen, share } = await page.evaluate(look, '#on-line');
      assert.deepEqual([called, label, isSeen], ['情感', '正面', true]);
      assert.ok(share > 0.1 && share < 0.6, String(share));
      assert.ok(await page.evaluate(wasTold, { name: 'sentiment', id: 'line', text: 'A lovely place.' }));
    });

    test('until somebody writes, nothing is seen and no other model is loaded', async () => {
      assert.equal((await page.evaluate(look, 'sentiment-meter')).isSeen, false);
      assert.ok(!server.requests.some((path) => path.endsWith('/small.sbm')));
    });

    test('what is typed is read, by nano first and then by small', async () => {
      await page.type('#comment', 'I hated every minute of it.');
      await page.waitFor(wasTold, { name: 'sentiment', id: 'comment', model: 'small', label: 'negative' });
      const { now, says: spoken, colour } = await page.evaluate(look, 'sentiment-meter');
      assert.ok(Number(now) < -0.2, now);
      assert.equal(spoken, `Negative, ${now}`);
      assert.equal(colour, 'rgb(194, 65, 12)');
    });

    test('an emptied form and markup are ordinary', async () => {
      const set = (value) => {
        const field = document.getElementById('comment');
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const markup = '<img src=x onerror="window.told.push(1)"> <b>lovely</b>';
      await page.evaluate(set, markup);
      await page.waitFor(wasTold, { name: 'sentiment', id: 'comment', text: markup });
      assert.equal((await page.evaluate(look, 'sentiment-meter')).elements, 3);
      await page.evaluate(() => document.querySelector('form').reset());
      await page.waitFor(says, { selector: 'sentiment-meter', pattern: '^nothing to judge$' });
    });

    test('an editable element is read, whoever writes into it', async () => {
      await page.evaluate(() => {
        document.getElementById('rich').append('What an ', document.createElement('b'), 'awful day');
      });
      await page.waitFor(says, { selector: '#on-rich', pattern: '^Negative' });
    });

    test('no field, a password, no model: invisible, and an event says why', async () => {
      const point = ([attribute, value]) => document.getElementById('on-line').setAttribute(attribute, value);
      for (const [attribute, value, id] of [
        ['for', 'nobody', 'nobody'],
        ['for', 'secret', 'secret'],
      ]) {
        await page.evaluate(point, [attribute, value]);
        await page.waitFor(wasTold, { name: 'sentimenterror', id, code: 'input' });
        assert.equal((await page.evaluate(look, '#on-line')).isSeen, false);
      }
      await page.evaluate(point, ['model', 'smal']);
      await page.evaluate(point, ['for', 'line']);
      await page.waitFor(wasTold, { name: 'sentimenterror', id: 'line', code: 'input' });
      assert.equal((await page.evaluate(look, '#on-line')).isSeen, false);
      await page.evaluate(point, ['model', 'nano']);
      await page.waitFor(says, { selector: '#on-line', pattern: '^正面' });
      await page.waitFor((selector) => window.look(selector).isSeen, '#on-line');
    });

    test('nothing broke the policy', async () => {
      assert.deepEqual(await page.evaluate(() => window.violations), []);
    });
  });
}
