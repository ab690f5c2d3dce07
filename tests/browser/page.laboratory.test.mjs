// The laboratory of the room Shrink, as a visitor uses it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

let browser;
let site;
before(async () => {
  browser = await launchChromium();
  site = await serveSite();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** Opens the room and waits for its first model; nothing may be fetched elsewhere, thrown or blocked. */
async function visit(work, { hash = '#shrink', own = site, ...context } = {}) {
  const { page, watch } = await watchedPage(browser, own.origin, context);
  await page.goto(`${own.url}${hash}`);
  await work(page);
  assert.deepEqual(watch, { violations: [], foreign: [], errors: [] });
  await page.context().close();
}

const made = (page, bits) =>
  page
    .locator('.lab-verdict')
    .filter({ hasText: `With ${bits} bits` })
    .waitFor();
const figure = async (page, nth) =>
  Number.parseFloat(
    (await page.locator('.lab-readings dd.value').nth(nth).textContent()).replace(/[^\d.]/g, ''),
  );

test('one slider, by keyboard: fewer bits are smaller; at 3 the model wears thin, at 2 it breaks', () =>
  visit(async (page) => {
    await made(page, 8);
    assert.ok((await figure(page, 1)) > 97);
    const slider = page.getByLabel('Bits for each number');
    await slider.focus();
    let size = await figure(page, 0);
    for (const bits of [7, 6, 5, 4, 3, 2]) {
      await page.keyboard.press('ArrowLeft');
      await made(page, bits);
      const now = await figure(page, 0);
      assert.ok(now < size, `${bits} bits: ${now} kB after ${size} kB`);
      size = now;
      const state = await page.locator('.lab-verdict').getAttribute('data-state');
      assert.equal(state, bits > 3 ? 'holds' : bits === 3 ? 'wears' : 'breaks', `${bits} bits`);
    }
    assert.match(
      await page.locator('.lab-readings dd.value-note').nth(1).textContent(),
      /95 % interval [\d.]+/,
    );
    assert.equal(await page.locator('.lab-tried circle').count(), 7);
    assert.equal(await page.locator('.lab-tried path').count(), 1);
    assert.match(await page.evaluate(() => location.hash), /bits=2/);
    assert.ok((await page.locator('.lab-weights .level').count()) <= 3);
    assert.match(await page.locator('.formula').textContent(), /q = round\(.+÷.+\) = /);
    assert.ok((await page.locator('.changed-answers li').count()) >= 12);
  }));

test('the newest setting wins, whatever was asked for before it', () =>
  visit(async (page) => {
    await made(page, 8);
    await page.getByLabel('Bits for each number').evaluate((slider) => {
      for (const bits of [3, 7, 2, 6, 5]) {
        slider.value = bits;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await made(page, 5);
    assert.equal(await page.locator('.lab-tried circle').count(), 2);
  }));

test('a link restores the setting; one that says nonsense is the default', async () => {
  await visit(
    async (page) => {
      await made(page, 4);
      assert.equal(await page.getByLabel('Rounding').inputValue(), 'floor');
      await page.getByLabel('Weights set to zero').selectOption('50');
      await page.locator('.lab-tried circle').nth(1).waitFor();
      assert.match(await page.evaluate(() => location.hash), /bits=4.*rounding=floor.*prune=50/);
    },
    { hash: '#shrink?bits=4&rounding=floor' },
  );
  await visit((page) => made(page, 8), { hash: '#shrink?bits=77&scheme=constructor' });
});

test('the visitor’s own text is among the answers, as text', () =>
  visit(
    async (page) => {
      await made(page, 2);
      await page.fill('#compare-text', '<b>Mine</b> is a wonderful, lovely day.');
      await page.locator('.changed-answers [data-own]').filter({ hasText: '<b>Mine</b>' }).waitFor();
      assert.equal(await page.locator('.changed-answers b').count(), 0);
    },
    { hash: '#shrink?bits=2' },
  ));

test('without its model the laboratory says so, and can be tried again', async () => {
  const own = await serveSite({ fault: { files: /^nano\.float-.*\.sbm$/, how: 'missing' } });
  await visit(
    async (page) => {
      const problem = page.locator('.laboratory .problem');
      await problem.waitFor();
      assert.match(await problem.innerText(), /could not be fetched/);
      own.recover();
      await problem.getByRole('button').click();
      await made(page, 8);
    },
    { own },
  );
  await own.close();
});
