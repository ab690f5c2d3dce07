// Pictures of every room of the built page, at four widths, in both themes and both languages, in forced colours and as they
// are printed, into build/screenshots/: look at them. --forced and --print make those alone. --readme writes instead the
// three of docs/images/ that the README shows, and the page's own for links.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  enterLaboratory,
  launchChromium,
  readSample,
  settled,
  watchedPage,
} from '../tests/browser/page/chromium.mjs';
import { serveSite } from '../tests/browser/page/site.mjs';
import { review } from '../tests/browser/page/tour.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}build/screenshots`;
const widths = [360, 768, 1440, 2560];
const themes = ['light', 'dark'];
const languages = ['en', 'zh-CN'];

async function open(context) {
  const { page } = await watchedPage(browser, site.origin, { reducedMotion: 'reduce', ...context });
  await page.goto(site.url);
  await settled(page);
  await page.locator('.weight').first().waitFor();
  return page;
}

/** The first screen as it opens, then with a longer text, a word pointed at and the three probabilities shown. */
async function read(page, save) {
  await save('read-first', false);
  await page.fill('#text', review);
  await page.locator('.sentence').nth(5).waitFor();
  await page.locator('.weight').filter({ hasText: 'failed' }).click();
  await page.locator('.sure summary').click();
  await page.locator('.word-detail').filter({ hasText: 'failed' }).waitFor();
  await save('read-letter', true);
}

/** Three settings tried, the last one that wears thin, its speed measured. */
async function shrink(page, save) {
  await enterLaboratory(page);
  const slider = page.locator('#bits');
  for (const bits of [5, 4, 3]) {
    await slider.fill(String(bits));
    await page
      .locator('.lab-tried circle')
      .nth(6 - bits)
      .waitFor();
  }
  await page.locator('#figure-speed .value').filter({ hasText: '/' }).waitFor();
  await save('shrink', true);
}

/** The sample, read. */
async function files(page, save) {
  await page.locator('nav a[href="#files"]').click();
  await readSample(page);
  await save('files', true);
}

/** The element with a text that it has read. */
async function embed(page, save) {
  await page.locator('nav a[href="#embed"]').click();
  await page.locator('.embed-event').filter({ hasText: 'label' }).waitFor();
  await save('embed', true);
}

async function evidence(page, save) {
  await page.locator('nav a[href="#evidence"]').click();
  await page.locator('.chart svg').waitFor();
  await save('evidence', true);
}

/** The first screen, the laboratory, the files: each as far as it is in sight; the first smaller for links. */
async function pictures() {
  const page = await open({ viewport: { width: 1200, height: 800 }, colorScheme: 'light', locale: 'en' });
  mkdirSync(`${root}docs/images`, { recursive: true });
  const save = (name) => page.screenshot({ path: `${root}docs/images/${name}.png` });
  await save('page');
  await shrink(page, save);
  await files(page, save);
  await page.locator('nav a[href="#read"]').click();
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.screenshot({ path: `${root}web/app/shell/og.png` });
}

const photograph = (page, path, fullPage) => page.screenshot({ path: `${path}.png`, fullPage });
const print = (page, path) => page.pdf({ path: `${path}.pdf`, format: 'A4' });

/** Every room, into files whose names begin with `name`. */
async function everyRoom(name, context, take = photograph) {
  const page = await open(context);
  const save = (room, fullPage) => take(page, `${folder}/${name}-${room}`, fullPage);
  await read(page, save);
  await shrink(page, save);
  await files(page, save);
  await embed(page, save);
  await evidence(page, save);
  await page.context().close();
  console.log(name);
}

async function onScreens() {
  for (const width of widths) {
    for (const colorScheme of themes) {
      for (const locale of languages) {
        const viewport = { width, height: width > 2000 ? 1440 : 900 };
        await everyRoom(`${width}-${colorScheme}-${locale}`, { viewport, colorScheme, locale });
      }
    }
  }
}

async function inForcedColours() {
  for (const colorScheme of themes) {
    const viewport = { width: colorScheme === 'dark' ? 1440 : 360, height: 900 };
    await everyRoom(`forced-${colorScheme}`, { viewport, colorScheme, forcedColors: 'active' });
  }
}

const onPaper = () =>
  everyRoom('print', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, print);

const wanted = (name) => process.argv.includes(name);
const browser = await launchChromium();
const site = await serveSite();
try {
  if (wanted('--readme')) {
    await pictures();
  } else {
    mkdirSync(folder, { recursive: true });
    const all = !wanted('--forced') && !wanted('--print');
    if (all) await onScreens();
    if (all || wanted('--forced')) await inForcedColours();
    if (all || wanted('--print')) await onPaper();
    console.log(`in ${folder}`);
  }
} finally {
  await browser.close();
  await site.close();
}
