// The page in Chromium, with everything watched that it must not do.
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

/** Waits until the room Read stands and `small` has read its text: the page is idle then. */
export async function settled(page) {
  await page.locator('.facts').filter({ hasText: 'small' }).waitFor();
}

/** What the field holds, blank lines left out: how a browser writes those differs from edit to edit. */
export async function fieldText(page) {
  return (await page.locator('#text').innerText()).trim().replace(/\n+/g, '\n');
}

/** Goes to the room Shrink, loads both columns and waits for their figures. */
export async function compareBoth(page) {
  await page.locator('nav a[href="#shrink"]').click();
  await page.locator('.compare > button').click();
  await page.locator('#figure-answer').waitFor();
}
