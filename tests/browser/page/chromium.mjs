// The page in Chromium, with everything watched that it must not do.
import assert from 'node:assert/strict';
import { launch } from '../harness.mjs';
import { PATIENCE } from '../harness/shared.mjs';

/** Playwright's browser. */
export async function launchChromium() {
  return (await launch('chromium')).native;
}

/**
 * A page that is ready to be opened. `watch.violations` gathers breaches of the content security policy,
 * `watch.foreign` requests off the origin, `watch.errors` uncaught errors.
 */
export async function watchedPage(browser, origin, context = {}) {
  const page = await (await browser.newContext(context)).newPage();
  page.setDefaultTimeout(PATIENCE);
  const watch = { violations: [], foreign: [], errors: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) watch.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) watch.violations.push(message.text());
  });
  page.on('pageerror', (error) => watch.errors.push(error.message));
  return { page, watch };
}

/** Opens the page in the room of `hash`, runs `use`, and then asks that nothing forbidden happened meanwhile. */
export async function visitPage(browser, site, use, { hash = '', ...context } = {}) {
  const { page, watch } = await watchedPage(browser, site.origin, context);
  await page.goto(site.url + hash);
  if (!hash || hash.startsWith('#read')) await settled(page);
  await use(page);
  assert.deepEqual(watch, { violations: [], foreign: [], errors: [] });
  await page.context().close();
}

/** Waits until the room Read stands and `small` has read its text: the page is idle then. */
export async function settled(page) {
  await page.locator('.facts').filter({ hasText: 'small' }).waitFor();
}

/** What the field holds, blank lines left out: how a browser writes those differs from edit to edit. */
export async function fieldText(page) {
  return (await page.locator('#text').innerText()).trim().replace(/\n+/g, '\n');
}

/** Goes to the room Shrink, and waits until its first model is made and has read every text. */
export async function enterLaboratory(page) {
  await page.locator('nav a[href="#shrink"]').click();
  await page.locator('.lab-sentence[data-state]').waitFor();
}

/** In the room Files: reads the sample to its end, and waits until its rows are drawn. */
export async function readSample(page) {
  await page.locator('.intake .chip').click();
  await page.locator('.files-progress progress[hidden]').waitFor({ state: 'attached' });
  await page.locator('.grid-body .cell-text > span').first().waitFor();
}

/**
 * The most processor time, in milliseconds, that a task of the page's main thread took while `use` ran. As a person would see
 * it on a machine with a core to spare: where workers keep every core busy, time on the clock says little.
 */
export async function busiestTask(page, use) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await use();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const isMain = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter(
    (event) => /RunTask$/.test(event.name) && event.ph === 'X' && isMain(event),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** As a paste of the visitor's does it. */
export function paste(page, text) {
  return page.evaluate((pasted) => {
    const field = document.getElementById('text');
    field.focus();
    document.getSelection().selectAllChildren(field);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
