// The page's basics in every real browser: typing, examples, the laboratory and its speed, and the network cut.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenBrowsers, launch } from './harness.mjs';
import { PATIENCE, poll } from './harness/shared.mjs';
import { serveSite } from './page/site.mjs';

/** What `waitFor` asks inside the page. */
const stands = (selector, pattern) => {
  const found = document.querySelector(selector);
  return found !== null && found.offsetParent !== null && new RegExp(pattern).test(found.textContent);
};
const judged = () =>
  /^(negative|neutral|positive|undecided)$/.test(document.querySelector('.verdict')?.dataset.kind);
const text = (selector) => document.querySelector(selector).textContent;
const slide = (id, value) => {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
};
const go = (room) => {
  location.hash = room;
};

for (const name of chosenBrowsers()) {
  describe(name, { timeout: 600_000 }, () => {
    let browser, site, page;
    before(async () => {
      browser = await launch(name);
      site = await serveSite();
      page = await browser.newPage();
      await page.goto(site.url);
      await page.evaluate(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
          window.violations.push(blockedURI),
        );
      });
      await page.waitFor(stands, '.facts', 'small');
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('the first text is read, and its words are coloured', async () => {
      await page.waitFor(judged);
      await page.waitFor(() => document.querySelectorAll('.weight').length > 1);
      assert.ok(await page.evaluate(() => CSS.highlights.size > 0));
      assert.match(await page.evaluate(text, '.facts'), name === 'webkit' ? /“small”, SIMD/ : /relaxed SIMD/);
    });

    test('typing is read', async () => {
      const before = await page.evaluate(text, '#verdict-score');
      await page.click('#text');
      await page.type('#text', ' Not bad at all.');
      await page.waitFor((score) => document.querySelector('#verdict-score').textContent !== score, before);
      assert.match(
        await page.evaluate(() => document.getElementById('text').textContent),
        /Not bad at all\./,
      );
    });

    test('an example is read sentence by sentence', async () => {
      await page.click('.examples li:nth-child(5) button');
      await page.waitFor(() => document.querySelectorAll('.sentence').length === 6);
    });

    test('a model is made, read with and measured', async () => {
      await page.evaluate(go, 'shrink');
      await page.waitFor(stands, '.lab-sentence', 'With 8 bits');
      await page.evaluate(slide, 'bits', 3);
      await page.waitFor(stands, '.lab-sentence', 'With 3 bits');
      await page.waitFor(stands, '.own-answers', '3 bits(Clearly|Slightly|Barely|Strongly|Neutral|Mixed)');
      await poll(() => page.evaluate(stands, '#figure-speed .value', '^[\\d,]+\u00a0/\u00a0s$'), {
        timeout: 4 * PATIENCE,
        what: 'the speed',
      });
    });

    test('the evidence is drawn', async () => {
      await page.evaluate(go, 'evidence');
      await page.waitFor(() => document.querySelectorAll('.chart circle').length > 3);
    });

    test('with the network cut it reads on, and nothing was asked of anybody else', async () => {
      const asked = site.requests.length;
      await site.close();
      await page.evaluate(go, 'read');
      await page.waitFor(stands, '.examples', 'Praise');
      await page.click('.examples li:nth-child(1) button');
      await page.waitFor(stands, '#verdict-label', 'positive');
      await page.click('.examples li:nth-child(2) button');
      await page.waitFor(stands, '#verdict-label', 'negative');
      assert.equal(site.requests.length, asked);
      const foreign = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((address) => !address.startsWith(location.origin)),
      );
      assert.deepEqual(foreign, []);
      assert.deepEqual(await page.evaluate(() => window.violations), []);
    });
  });
}
