// Print: dark on white whatever the theme, nothing cut off, and no controls, which have no use on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tour } from './page/tour.mjs';
import { visiting } from './page/visiting.mjs';

const { visit } = visiting({ colorScheme: 'dark', viewport: { width: 718, height: 1000 } });

/** Inside the page: what must not be on paper. */
function misprints() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const told = (one) => `${one.tagName} ${one.getAttribute('class') ?? one.id}`;
  // Buttons that say something: a sentence, a word with what it adds, a setting that was tried.
  const says = '.sentence, .weight, .word-button, .strong-list button, .best .chip';
  const controls = shown(`nav, .choices, .grid-frame, button:not(${says}), input:not(:checked)`).map(told);
  const boxes = shown('select')
    .filter((one) => getComputedStyle(one).borderTopWidth !== '0px')
    .map(told);
  const cut = shown('main *')
    .filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      // Bars are drawn by a part that lies outside of them; what is only read aloud is not drawn.
      if (one.matches('select, .gauge, .probability-track, [part], .unseen, svg, svg *')) return false;
      return (
        (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
        (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
      );
    })
    .map(told);
  const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the paper'] : [];
  const bars = shown('.gauge-fill, .rate-fill, .probability-fill, .noise-bar, .weight-dot')
    .filter((one) => getComputedStyle(one).printColorAdjust !== 'exact')
    .map(told);
  return { controls, boxes, cut, wide, bars };
}

const nothing = { controls: [], boxes: [], cut: [], wide: [], bars: [] };

test('every room, on paper', () =>
  visit(async (page) => {
    await tour(page, async (room) => {
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await page.evaluate(misprints), nothing, room);
      const colours = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.documentElement);
        return [color, backgroundColor];
      });
      assert.deepEqual(colours, ['rgb(29, 28, 26)', 'rgb(255, 255, 255)'], room);
      if (room === 'Files, a row opened') assert.equal(await page.locator('.files > h1').isVisible(), false);
      await page.emulateMedia({ media: 'screen' });
    });
  }));

test('a chart is drawn for paper before it is printed, and for the screen after', () =>
  visit(
    async (page) => {
      const width = () => page.locator('.chart svg').evaluate((svg) => svg.viewBox.baseVal.width);
      await page.locator('.chart svg').waitFor();
      const before = await width();
      const printed = await page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        return document.querySelector('.chart svg').viewBox.baseVal.width;
      });
      assert.ok(printed < 720 && before > 900, `${printed} of ${before}`);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.equal(await width(), before);
    },
    { hash: '#evidence', viewport: { width: 1280, height: 800 } },
  ));
