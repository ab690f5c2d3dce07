// The room Embed as a visitor uses it, in Chromium.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { visiting } from './page/visiting.mjs';

const shared = visiting({ hash: '#embed' });

/** Opens the room, waits until it stands, and runs `use`. */
const visit = (use, context) =>
  shared.visit(async (page) => {
    await page.locator('.embed').waitFor();
    await use(page);
  }, context);

const says = (page, pattern) => page.locator('.embed-event').filter({ hasText: pattern }).waitFor();
const code = (page, file) =>
  page.locator('.snippet').filter({ hasText: file }).first().locator('code').textContent();
const put = (input, value) =>
  input.evaluate((control, wanted) => {
    control.value = wanted;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);

test('the element reads what is written in its field', () =>
  visit(async (page) => {
    await says(page, /label: 'positive'/);
    await page.getByLabel('Your comment').fill('What a dreadful waste of an evening.');
    await says(page, /label: 'negative', score: -0\.\d\d/);
    assert.match(await page.getByRole('meter').getAttribute('aria-valuetext'), /^Negative, -0\.\d\d$/);
    await page.locator('nav a[href="#read"]').click();
    await page.locator('#text').filter({ hasText: 'dreadful waste' }).waitFor();
  }));

test('what is chosen is seen at once, stands in the code, and comes back with the address', () =>
  visit(async (page) => {
    await says(page, /positive/);
    await put(page.getByLabel('Positive', { exact: true }), '#0000ff');
    await put(page.getByLabel('Height'), '1.5');
    await page.getByLabel('With its word beside the bar').uncheck();
    await page.getByLabel('Model').selectOption('nano');
    await says(page, /positive/);
    const worn = () =>
      page.locator('sentiment-meter').evaluate(({ shadowRoot }) => {
        const part = (name) => shadowRoot.querySelector(`[part=${name}]`);
        return [
          getComputedStyle(part('bar')).backgroundColor,
          part('track').clientHeight,
          getComputedStyle(part('label')).display,
        ];
      });
    assert.deepEqual(await worn(), ['rgb(0, 0, 255)', 24, 'none']);
    assert.match(
      await code(page, 'index.html'),
      /<sentiment-meter for="comment" model="nano"><\/sentiment-meter>/,
    );
    assert.match(
      await code(page, 'style.css'),
      /positive: #0000ff;\n {2}--sentiment-height: 1\.5em;.*display: none/s,
    );
    await page.getByRole('radio', { name: 'Vue' }).check();
    assert.equal(
      await page.evaluate(() => location.hash),
      '#embed?in=vue&model=nano&positive=0000ff&height=1.5&label=no',
    );
    await page.reload();
    await says(page, /positive/);
    assert.deepEqual(await worn(), ['rgb(0, 0, 255)', 24, 'none']);
    assert.equal(await page.getByLabel('Model').inputValue(), 'nano');
    assert.match(await code(page, 'comment.vue'), /model="nano" @sentiment/);
    await page.getByRole('button', { name: 'As delivered' }).click();
    assert.equal(await page.evaluate(() => location.hash), '#embed?in=vue&model=nano');
  }));

test('code is found and copied with the keyboard, and the page says so', () =>
  visit(
    async (page) => {
      await page.getByRole('radio', { name: 'HTML' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      assert.ok(await page.getByRole('radio', { name: 'React' }).isChecked());
      const copy = page.getByRole('button', { name: 'Copy: comment.jsx' });
      await page.keyboard.press('Tab');
      while (!(await copy.evaluate((one) => one === document.activeElement)))
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await copy.filter({ hasText: 'Copied' }).waitFor();
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        await code(page, 'comment.jsx'),
      );
      await page.locator('#spoken').filter({ hasText: 'Copied: comment.jsx' }).waitFor();
      await copy.filter({ hasText: /^Copy$/ }).waitFor();
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('where the clipboard is denied, the code is selected', () =>
  visit(async (page) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
      });
    });
    await page.getByRole('button', { name: 'Copy: index.html' }).click();
    await page.locator('#spoken').filter({ hasText: 'copy it with the keyboard' }).waitFor();
    assert.equal(
      await page.evaluate(() => document.getSelection().toString().trim()),
      (await code(page, 'index.html')).trim(),
    );
  }));

test('what each choice weighs is counted from the build', () =>
  visit(async (page) => {
    const bytes = (text) => Number(/([\d.]+)\u00a0([kM])B/.exec(text)[1]) * (text.includes('MB') ? 1e6 : 1e3);
    const cells = (await page.locator('.embed-weight td').allTextContents()).map(bytes);
    assert.equal(cells.length, 9);
    const [nano, small] = ['nano', 'small'].map(
      (name) => statSync(new URL(`../../models/${name}.sbm`, import.meta.url)).size,
    );
    for (const [light, heavy, both] of [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)]) {
      assert.ok(light > nano && light < nano + 120_000, String(light));
      assert.ok(heavy > small && both > small + nano, `${heavy} ${both}`);
    }
    const sentence = page.locator('.embed-weight p').first();
    assert.match(
      await sentence.textContent(),
      /as chosen above: .* of JavaScript, .* of engine, .* of model/,
    );
    await page.getByRole('radio', { name: 'Node' }).check();
    await sentence.filter({ hasText: 'comes along with your own program' }).waitFor();
  }));

test('it speaks Chinese, and fits a narrow screen', () =>
  visit(
    async (page) => {
      await page.locator('h1').filter({ hasText: '放进你自己的网页' }).waitFor();
      await says(page, /positive/);
      assert.match(await page.getByRole('meter').getAttribute('aria-valuetext'), /^正面/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    },
    { locale: 'zh-CN', viewport: { width: 320, height: 740 } },
  ));
