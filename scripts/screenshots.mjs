// Pictures of the built page at three widths in both themes, into build/screenshots/: look at them.
// --readme also writes docs/images/page.png, the one that the README shows.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareBoth, launchChromium, settled, watchedPage } from '../tests/browser/page/chromium.mjs';
import { serveSite } from '../tests/browser/page/site.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}build/screenshots`;
const widths = [360, 768, 1440];
const themes = ['light', 'dark'];

const review =
  'We arrived on a Friday evening. The view over the bay is magnificent. Then the heating failed, twice. ' +
  'The owner was kind and fixed it at once. Breakfast was a delight. We will gladly be back next year!';

async function open(browser, site, context) {
  const { page } = await watchedPage(browser, site.origin, { reducedMotion: 'reduce', ...context });
  await page.goto(site.url);
  await settled(page);
  await page.fill('#text', review);
  await page.locator('.sentence').nth(4).waitFor();
  await page.locator('#fact-time').filter({ hasText: 'ms' }).waitFor();
  return page;
}

/** Both columns loaded, typed into, compared and measured. */
async function compare(page) {
  await compareBoth(page);
  await page.fill('#compare-text', '');
  await page
    .locator('#compare-text')
    .pressSequentially('The acting is superb, but the story never comes alive.', { delay: 40 });
  await page.locator('#figure-agreement .value').filter({ hasText: '%' }).waitFor();
  await page.locator('#figure-speed button').click();
  await page.locator('#figure-speed .note').filter({ hasText: 'median of' }).waitFor();
  await page.locator('#figure-speed button').blur();
}

const browser = await launchChromium();
const site = await serveSite();
try {
  mkdirSync(folder, { recursive: true });
  if (process.argv.includes('--readme')) {
    mkdirSync(`${root}docs/images`, { recursive: true });
    const page = await open(browser, site, { viewport: { width: 1200, height: 860 }, colorScheme: 'light' });
    await page.screenshot({ path: `${root}docs/images/page.png` });
  } else {
    for (const width of widths) {
      for (const colorScheme of themes) {
        const page = await open(browser, site, { viewport: { width, height: 900 }, colorScheme });
        await page.screenshot({ path: `${folder}/${width}-${colorScheme}-live.png` });
        await compare(page);
        await page.screenshot({ path: `${folder}/${width}-${colorScheme}-page.png`, fullPage: true });
        await page.context().close();
        console.log(`${width} px, ${colorScheme}`);
      }
    }
    console.log(`in ${folder}`);
  }
} finally {
  await browser.close();
  await site.close();
}
