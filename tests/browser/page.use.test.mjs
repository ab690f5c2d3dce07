// What holds for all rooms: the address, the text, the colours, the keyboard, in Chromium.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterLaboratory, fieldText, settled, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';
import { letter, visiting } from './page/visiting.mjs';

const shared = visiting();
const { visit } = shared;

test('the text survives a reload, another room and another language', () =>
  visit(async (page) => {
    await page.fill('#text', `${letter}\n\nSecond paragraph.`);
    const written = await fieldText(page);
    await page.reload();
    await settled(page);
    assert.equal(await fieldText(page), written);
    await page.locator('nav a[href="#shrink"]').click();
    assert.match(await page.locator('#own-text').inputValue(), /twice\.\n+Second paragraph\.$/);
    await page.goBack();
    await page.locator('#text').waitFor();
    assert.equal(await fieldText(page), written);
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.locator('h1').filter({ hasText: '听起来' }).waitFor();
    assert.equal(await fieldText(page), written);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  }));

test('the theme is chosen in the header and kept', () =>
  visit(async (page) => {
    await page.getByLabel('Colours').selectOption('dark');
    const dark = await page.evaluate(() => getComputedStyle(document.body).color);
    await page.reload();
    await settled(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), dark);
    assert.equal(await page.getByLabel('Colours').inputValue(), 'dark');
  }));

test('a deep link opens its room with its state; the title of it is in view', () =>
  visit(
    async (page) => {
      await page.getByLabel('Kernels').waitFor();
      assert.equal(await page.getByLabel('Kernels').inputValue(), 'scalar');
      assert.equal(await page.getByLabel('Weights set to zero').inputValue(), '30');
      assert.ok(await page.locator('h1').isVisible());
    },
    { hash: '#shrink?prune=30&kernels=scalar' },
  ));

test('every point of the chart has its name and its source, at every width', () =>
  visit(
    async (page) => {
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForFunction(
          () =>
            document.querySelector('.chart svg')?.viewBox.baseVal.width ===
            document.querySelector('.chart').clientWidth,
        );
        const [points, names, lines] = await page.evaluate(() =>
          ['circle, path', 'text.ours, text.theirs', 'line.build'].map(
            (kind) => document.querySelector('.chart').querySelectorAll(kind).length,
          ),
        );
        // The two builds of one model share a name: a line joins them.
        assert.equal(names, points - lines, `at ${width} px`);
      }
      const points = await page.locator('.chart circle, .chart path').count();
      await page.locator('.data summary').click();
      const sources = await page.locator('.data td:last-child').allTextContents();
      assert.equal(sources.length, points);
      assert.ok(sources.every((source) => source.length > 20));
      assert.ok((await page.locator('.behaviour .example').count()) >= 10);
    },
    { hash: '#evidence' },
  ));

test('with the network cut after loading, all goes on', async () => {
  const own = await serveSite();
  const { page, watch } = await watchedPage(shared.browser, own.origin);
  await page.goto(own.url);
  await settled(page);
  await enterLaboratory(page);
  await page.context().setOffline(true);
  await own.close();
  await page.fill('#own-text', letter);
  await page.getByLabel('Bits for each number').focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.lab-sentence').filter({ hasText: 'With 7 bits' }).waitFor();
  // What had not been loaded cannot come: the laboratory says so and keeps what it has.
  await page.getByLabel('Kernels').selectOption('scalar');
  const problem = page.locator('.laboratory .problem');
  await problem.filter({ hasText: 'could not be fetched' }).waitFor();
  assert.equal(await page.getByLabel('Kernels').inputValue(), 'best');
  await page.keyboard.press('Tab');
  await page.getByLabel('Bits for each number').focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.lab-sentence').filter({ hasText: 'With 6 bits' }).waitFor();
  assert.equal(await problem.isVisible(), false);
  await page.locator('nav a[href="#read"]').click();
  await page.locator('.sentence').nth(2).waitFor();
  // A room that was never opened cannot come either: the page says so, and the others work on.
  await page.locator('nav a[href="#evidence"]').click();
  await page.locator('main .problem').waitFor();
  await page.locator('nav a[href="#read"]').click();
  assert.equal(await fieldText(page), letter);
  assert.deepEqual(watch.foreign, []);
  await page.context().close();
});

test('at 320 px nothing is wider than the screen, in any room', () =>
  visit(
    async (page) => {
      await page.fill('#text', `${'x'.repeat(200)} ${letter}`);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await width(), 320);
      await enterLaboratory(page);
      assert.equal(await width(), 320);
      await page.locator('nav a[href="#evidence"]').click();
      await page.locator('.chart svg').waitFor();
      assert.equal(await width(), 320);
    },
    { viewport: { width: 320, height: 740 } },
  ));

test('the keyboard alone reaches everything', () =>
  visit(async (page) => {
    await page.fill('#text', 'Lovely. Awful.');
    await page.locator('.sentence').nth(1).waitFor();
    await page.evaluate(() => document.activeElement.blur());
    const reached = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const { className, tagName, id } = document.activeElement;
          return className || id || document.activeElement.getAttribute('aria-label') || tagName;
        }),
      );
    }
    for (const expected of [
      'skip',
      'wordmark',
      'Language',
      'Colours',
      'text-field',
      'SUMMARY',
      'chip',
      'sentence',
    ]) {
      assert.ok(reached.includes(expected), `${expected} is not among ${reached}`);
    }
  }));
