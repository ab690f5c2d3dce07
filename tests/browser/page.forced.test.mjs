// Forced colours: what is drawn is seen, whichever theme was chosen on the page, and both sides differ in more than colour.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tour } from './page/tour.mjs';
import { visiting } from './page/visiting.mjs';

const { visit } = visiting({ forcedColors: 'active' });

/** Inside the page: what can hardly be told from what it lies on. */
function unseen() {
  const context = document.createElement('canvas').getContext('2d');
  const luminance = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, alpha] = context.getImageData(0, 0, 1, 1).data;
    if (alpha === 0) return undefined;
    const [x, y, z] = [r, g, b].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const canvas = luminance('Canvas');
  const contrast = (colour) => {
    const own = luminance(colour);
    return own === undefined ? 1 : (Math.max(own, canvas) + 0.05) / (Math.min(own, canvas) + 0.05);
  };
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const told = (one) => `${one.tagName} ${one.getAttribute('class') ?? one.id}`;
  const faint = [];
  // The lines that a chart is read by may be faint, as they are for everybody.
  for (const one of shown('svg :is(text, rect, circle, path, line):not(.tick)')) {
    const { fill, stroke } = getComputedStyle(one);
    const best = Math.max(...[fill, stroke].filter((colour) => colour !== 'none').map(contrast));
    if (best < (one.tagName === 'text' ? 4.5 : 3)) faint.push(`${told(one)}: ${best.toFixed(1)}`);
  }
  for (const one of shown('.weight-dot, .gauge-fill, .probability-fill, .rate-fill, .gauge-mark')) {
    const best = contrast(getComputedStyle(one).backgroundColor);
    if (best < 3) faint.push(`${told(one)}: ${best.toFixed(1)}`);
  }
  // Rows of a list, and heads of columns, are no boxes for anybody.
  const rows = '.sentence, .strong-list button, .grid-head button';
  for (const one of shown(`button:not(${rows}), select, textarea, #text, .gauge, .rate-track, .noise-bar`)) {
    const style = getComputedStyle(one);
    const edges = [
      style.borderTopStyle !== 'none' && style.borderTopColor,
      style.outlineStyle !== 'none' && style.outlineColor,
    ];
    if (!edges.some((edge) => edge && contrast(edge) >= 3)) faint.push(`${told(one)}: no edge`);
  }
  for (const one of shown('nav a')) {
    const isHere = one.hasAttribute('aria-current');
    if (getComputedStyle(one).textDecorationLine.includes('underline') !== isHere) faint.push(told(one));
  }
  return faint;
}

// The theme that fits less: colours of the page that were not replaced are hardly seen then.
for (const [theme, colorScheme] of [
  ['dark', 'light'],
  ['light', 'dark'],
]) {
  test(`colours of the visitor that are ${colorScheme}, on the ${theme} theme`, () =>
    visit(
      async (page) => {
        await page.getByLabel('Colours').selectOption(theme);
        await tour(page, async (room) => assert.deepEqual(await page.evaluate(unseen), [], room));
      },
      { colorScheme },
    ));
}

test('words that add are underlined, those that take away have a wavy line', () =>
  visit(async (page) => {
    await page.locator('.weight').first().waitFor();
    const [adds, takes] = await page.evaluate(() =>
      ['positive-4', 'negative-4'].map((name) => {
        const style = getComputedStyle(document.getElementById('text'), `::highlight(${name})`);
        return [style.textDecorationLine, style.textDecorationStyle, style.backgroundColor];
      }),
    );
    assert.deepEqual(adds, ['underline', 'solid', 'rgba(0, 0, 0, 0)']);
    assert.deepEqual(takes, ['underline', 'wavy', 'rgba(0, 0, 0, 0)']);
  }));
