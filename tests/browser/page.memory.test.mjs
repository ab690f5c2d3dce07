// Memory: what a model took is handed back when another takes its place in the laboratory.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { launchChromium } from './harness/chromium.mjs';
import { visitPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

/** How much more of scripts and blobs 90 switches may leave than 5 do. */
const GROWTH = 1.3;
/** The process's memory rises by a quarter to a third until some 90 switches, and then no more: by so much may 60 others raise it. */
const LEVEL = 1.15;
/** Of the process's memory, a second apart; the least counts. */
const READINGS = 5;

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

/**
 * What is in use, once the browser has given back what it only kept at hand: how much that is differs by tens of megabytes from
 * one moment to the next, and says nothing about the page.
 */
async function memory(page) {
  const { bytes } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  const session = await page.context().newCDPSession(page);
  const readings = [];
  for (let reading = 0; reading < READINGS; reading++) {
    await session.send('Memory.simulatePressureNotification', { level: 'critical' });
    await setTimeout(1000);
    readings.push(await given());
  }
  await session.detach();
  return { scripts: bytes / 1e6, all: Math.min(...readings) };
}

test('90 switches of the model leave what 5 did, and later ones no more', { timeout: 300_000 }, () =>
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
      const after = {};
      for (let done = 1; done <= 151; done++) {
        // The 5th, 91st and 151st are the same model: the two are not equally large.
        const model = models[(done + 1) % 2];
        await choose(model);
        await made(model);
        if (done === 5 || done === 91 || done === 151) after[done] = await memory(page);
      }
      for (const [done, { scripts, all }] of Object.entries(after)) {
        console.log(`${done} switches: ${scripts.toFixed(1)} MB of scripts, ${all.toFixed(1)} MB in all`);
      }
      assert.ok(after[91].scripts <= GROWTH * after[5].scripts, 'scripts and blobs');
      assert.ok(after[151].all <= LEVEL * after[91].all, 'the process');
    },
    { hash: '#shrink' },
  ),
);
