// Accessibility: axe finds nothing, in both themes, on the page in use.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { compareBoth, launchChromium, settled, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
let site;
before(async () => {
  browser = await launchChromium();
  site = await serveSite();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function findings(page) {
  // Evaluated by the debugger, not by the page: the page's policy stays in force.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`${colorScheme}, ${width} px`, async () => {
      const { page } = await watchedPage(browser, site.origin, {
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      await page.goto(site.url);
      await settled(page);
      assert.deepEqual(await findings(page), [], 'as it opens');
      await page.fill('#text', 'The acting is superb. The story never comes alive. It is what it is.');
      await page.locator('.sentence').nth(2).waitFor();
      await compareBoth(page);
      await page.locator('.data summary').click();
      await page.locator('#figure-agreement .value').filter({ hasText: '%' }).waitFor();
      assert.deepEqual(await findings(page), [], 'in use');
      await page.context().close();
    });
  }
}
