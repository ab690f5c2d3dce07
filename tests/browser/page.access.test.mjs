// Accessibility: axe finds nothing, in both themes, on the page in use.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { enterLaboratory, readSample, settled, watchedPage } from './page/chromium.mjs';
import { visiting } from './page/visiting.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const shared = visiting();

async function findings(page) {
  // Evaluated by the debugger, not by the page: the page's policy stays in force.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`${colorScheme}, ${width} px`, async () => {
      const { page } = await watchedPage(shared.browser, shared.site.origin, {
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      await page.goto(shared.site.url);
      await settled(page);
      assert.deepEqual(await findings(page), [], 'Read, as it opens');
      await page.fill('#text', 'The acting is superb. The story never comes alive. It is what it is.');
      await page.locator('.sentence').nth(2).waitFor();
      await page.locator('.sure summary').click();
      await page.locator('.weight').first().click();
      assert.deepEqual(await findings(page), [], 'Read, in use');
      await enterLaboratory(page);
      await page.locator('.settings').evaluate((settings) => (settings.open = true));
      await page.getByLabel('Model').selectOption('cnn');
      assert.deepEqual(await findings(page), [], 'Shrink');
      await page.locator('nav a[href="#files"]').click();
      await page.locator('.intake').waitFor();
      assert.deepEqual(await findings(page), [], 'Files, as it opens');
      await readSample(page);
      assert.deepEqual(await findings(page), [], 'Files, read');
      await page.locator('.strong-list button').first().click();
      await page.locator('dialog[open]').waitFor();
      assert.deepEqual(await findings(page), [], 'Files, a row opened');
      await page.keyboard.press('Escape');
      await page.locator('nav a[href="#embed"]').click();
      await page.locator('.embed-event').filter({ hasText: 'label' }).waitFor();
      await page.locator('.embed details summary').click();
      assert.deepEqual(await findings(page), [], 'Embed');
      await page.locator('nav a[href="#evidence"]').click();
      await page.locator('.data summary').click();
      assert.deepEqual(await findings(page), [], 'Evidence');
      await page.context().close();
    });
  }
}

test('in Chinese, and in forced colours', async () => {
  const { page } = await watchedPage(shared.browser, shared.site.origin, {
    locale: 'zh-CN',
    forcedColors: 'active',
  });
  await page.goto(shared.site.url);
  await page.locator('.facts').filter({ hasText: 'small' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.deepEqual(await findings(page), []);
  // What is drawn with a background alone would be gone.
  const fill = await page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.querySelector('.gauge-fill'));
    return [backgroundColor, getComputedStyle(document.querySelector('.gauge')).backgroundColor];
  });
  assert.notEqual(fill[0], fill[1]);
  await page.context().close();
});

test('everything that can be pressed is at least 24 px high and wide', async () => {
  const { page } = await watchedPage(shared.browser, shared.site.origin, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto(shared.site.url);
  await settled(page);
  assert.deepEqual(await smallTargets(page), []);
  await enterLaboratory(page);
  await page.locator('.settings summary').click();
  assert.deepEqual(await smallTargets(page), []);
  await page.context().close();
});

function smallTargets(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button, select, summary, input, textarea')]
      .filter((one) => one.offsetParent !== null && !one.classList.contains('skip'))
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([text, { width, height }]) => `${text}: ${width} x ${height}`),
  );
}
