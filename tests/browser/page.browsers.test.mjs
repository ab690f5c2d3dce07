// The page's basics in every real browser: typing, examples, columns, benchmark, and the network cut.
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
const text = (selector) => document.querySelector(selector).textContent;
const choose = (label, value) => {
  const control = document.querySelector(`[aria-label="${label}"]`);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

for (const name of chosenBrowsers()) {
  describe(name, { timeout: 600_000 }, () => {
    let browser;
    let site;
    let page;
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
      await page.waitFor(stands, '#fact-model', '^small');
      await page.waitFor(() => document.querySelector('#compare-text') !== null);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('typing is read', async () => {
      await page.type('#text', 'Not bad at all.');
      await page.waitFor(stands, '#verdict-label', '^(Negative|Neutral|Positive)$');
      await page.waitFor(stands, '#fact-time', 'ms$');
      assert.match(await page.evaluate(text, '#fact-kernels'), name === 'webkit' ? /^SIMD/ : /^relaxed SIMD/);
    });

    test('an example is read sentence by sentence', async () => {
      await page.click('#examples button');
      await page.waitFor(() => document.querySelectorAll('.sentence').length === 6);
    });

    test('both columns answer, and switch', async () => {
      await page.click('.compare-body > button');
      await page.waitFor(
        stands,
        '#figure-answer',
        '(Negative|Neutral|Positive).*(Negative|Neutral|Positive)',
      );
      await page.waitFor(stands, '#figure-agreement', '% the same label');
      await page.evaluate(choose, 'Kernels, right', 'scalar');
      await page.waitFor(stands, '.column[data-side=right] .column-state', '^Running on scalar');
      await page.evaluate(choose, 'Model, left', 'nano');
      await page.waitFor(stands, '#figure-answer .cell-name', 'nano, 8-bit');
    });

    // The columns have just been switched: the worker still reads the test texts with both.
    test('the benchmark runs', async () => {
      await page.click('#figure-speed button');
      await page.waitFor(stands, '#figure-speed .note', 'Warming|Measuring|median of');
      await poll(() => page.evaluate(stands, '#figure-speed .note', 'median of'), {
        timeout: 4 * PATIENCE,
        what: 'the end of the benchmark',
      });
      assert.match(await page.evaluate(text, '#figure-speed .value'), /^[\d,]+\u00a0\/\u00a0s$/);
    });

    test('with the network cut it reads on, and nothing was asked of anybody else', async () => {
      const asked = site.requests.length;
      await site.close();
      await page.click('#examples li:nth-child(4) button');
      await page.waitFor(stands, '#verdict-label', '^(Negative|Neutral|Positive)$');
      const spoken = await page.evaluate(text, '#verdict-detail');
      await page.click('#examples li:nth-child(2) button');
      await page.waitFor(
        (before) => document.querySelector('#verdict-detail').textContent !== before,
        spoken,
      );
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
