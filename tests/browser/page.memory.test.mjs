// Memory: what a model took is handed back when another takes its place in the laboratory.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launchChromium } from './harness/chromium.mjs';
import { visitPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

/** How much more memory 90 switches may leave than 5 do. */
const GROWTH = 1.3;

let browser, site;
before(async () => {
  // The measurement collects garbage first, instead of waiting until the browser does.
  browser = await launchChromium({ flags: ['--enable-blink-features=ForceEagerMeasureMemory'] });
  site = await serveSite({
    // A page is told its memory where it is isolated from others.
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Megabytes that the system has given to the browser's pages: WebAssembly's memory is in none of the browser's own counts. */
async function given() {
  const session = await browser.native.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const kilobytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]);
  return kilobytes.reduce((sum, one) => sum + Number(one) / 1000, 0);
}

async function memory(page) {
  const { bytes } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  return { scripts: bytes / 1e6, all: await given() };
}

test('90 switches of the model leave what 5 did', { timeout: 300_000 }, () =>
  visitPage(
    browser.native,
    site,
    async (page) => {
      const models = ['cnn', 'dense'];
      const choose = (model) => page.getByLabel('Model').selectOption(model);
      const made = (model) =>
        page.waitForFunction(
          (name) =>
            location.hash.includes(`model=${name}`) &&
            document.querySelector('.lab-status').textContent.startsWith('Made here'),
          model,
        );
      await page.locator('.lab-sentence[data-state]').waitFor();
      for (const model of models) {
        await choose(model);
        await page.locator('.offer button').click();
        await made(model);
      }
      let few;
      for (let done = 1; done <= 91; done++) {
        const model = models[(done + 1) % 2];
        await choose(model);
        await made(model);
        if (done === 5) few = await memory(page);
      }
      // The 91st is the model of the fifth: the two are not equally large.
      const many = await memory(page);
      for (const what of ['scripts', 'all']) {
        console.log(
          `${what}: ${few[what].toFixed(1)} MB after 5 switches, ${many[what].toFixed(1)} MB after 91`,
        );
        assert.ok(many[what] <= GROWTH * few[what], `${what}: ${many[what]} MB after ${few[what]} MB`);
      }
    },
    { hash: '#shrink' },
  ),
);
