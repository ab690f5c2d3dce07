// The laboratory of the room Shrink, as a visitor uses it.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { busiestTask, visitPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';
import { visiting } from './page/visiting.mjs';

const shared = visiting();

const visit = (use, { own = shared.site, ...context } = {}) =>
  visitPage(shared.browser, own, use, { hash: '#shrink', ...context });

const says = (page, pattern) => page.locator('.lab-sentence').filter({ hasText: pattern }).waitFor();
const made = (page, bits) => says(page, `With ${bits} bits`);
const figure = async (page, name) => {
  const text = await page.locator(`#figure-${name} .value`).textContent();
  return Number.parseFloat(text.replace(/[^\d.]/g, ''));
};
const note = (page, name) => page.locator(`#figure-${name} .value-note`).textContent();
/** Of a model in 32 bits, as the page writes it. */
const megabytes = (model, digits) =>
  (statSync(new URL(`../../models/${model}.float.sbm`, import.meta.url)).size / 1e6).toFixed(digits);
const hash = (page) => page.evaluate(() => location.hash);
const slide = (page, label, ...values) =>
  page.getByLabel(label).evaluate((slider, all) => {
    for (const value of all) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, values);

test('one slider, by keyboard: fewer bits are smaller; at 3 the model wears thin, at 2 it breaks', () =>
  visit(async (page) => {
    await made(page, 8);
    assert.ok((await figure(page, 'agreement')) > 97);
    await page.getByLabel('Bits for each number').focus();
    let size = await figure(page, 'size');
    for (const bits of [7, 6, 5, 4, 3, 2]) {
      await page.keyboard.press('ArrowLeft');
      await made(page, bits);
      const now = await figure(page, 'size');
      assert.ok(now < size, `${bits} bits: ${now} kB after ${size} kB`);
      size = now;
      const state = await page.locator('.lab-sentence').getAttribute('data-state');
      assert.equal(state, bits > 3 ? 'holds' : bits === 3 ? 'wears' : 'breaks', `${bits} bits`);
    }
    await says(page, /the model is [\d.]+ times smaller, \d+.kB, but it breaks: \d+ of \d+ answers changed/);
    assert.match(await note(page, 'agreement'), /95.% interval [\d.]+/);
    assert.match(await note(page, 'accuracy'), /of the \d+ texts .* 95.% interval .* the original: [\d.]+/);
    assert.equal(await page.locator('.lab-tried circle').count(), 7);
    assert.equal(await page.locator('.lab-tried .original').count(), 1);
    assert.match(await hash(page), /bits=2/);
    assert.ok((await page.locator('.lab-weights .level').count()) <= 3);
    assert.match(await page.locator('.formula').textContent(), /q = round\(.+÷.+\) = /);
    assert.equal(await page.locator('.changed-answers li').count(), 12);
  }));

test('the newest setting wins, whatever was asked for before it', () =>
  visit(async (page) => {
    await made(page, 8);
    await slide(page, 'Bits for each number', 3, 7, 2, 6, 5);
    await made(page, 5);
    assert.equal(await page.locator('.lab-tried circle').count(), 2);
  }));

// 300 ms are aimed at, and kept on a machine at rest (100 to 220 ms on one core). Beside other builds a core is shared.
test('new answers follow a step of the slider', () =>
  visit(async (page) => {
    await made(page, 8);
    const times = [];
    for (const bits of [7, 6, 5, 4, 3]) {
      const time = await page.evaluate(
        (value) =>
          new Promise((resolve) => {
            const start = performance.now();
            new MutationObserver(() => resolve(performance.now() - start)).observe(
              document.querySelector('.lab-sentence'),
              { childList: true },
            );
            const slider = document.getElementById('bits');
            slider.value = value;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          }),
        bits,
      );
      times.push(Math.round(time));
    }
    console.log(`from the slider to the new answers: ${times.join(', ')} ms`);
    assert.ok(Math.min(...times) <= 3000, times.join());
  }));

test('no task of the page takes 50 ms while the slider is dragged', { timeout: 240_000 }, () =>
  visit(async (page) => {
    await made(page, 8);
    const busiest = await busiestTask(page, async () => {
      await page.getByLabel('Bits for each number').focus();
      for (const bits of [7, 6, 5, 4, 3, 2]) {
        await page.keyboard.press('ArrowLeft');
        await made(page, bits);
      }
    });
    assert.ok(busiest < 50, `${busiest} ms`);
  }),
);

test('a link restores the setting; one that says nonsense is the default', async () => {
  await visit(
    async (page) => {
      await says(page, 'With 4 bits for each number, down,');
      assert.equal(await page.getByLabel('Rounding', { exact: true }).inputValue(), 'floor');
      await slide(page, 'Weights set to zero', 50);
      await says(page, 'With 4 bits for each number, 50 % zeros, down,');
      assert.match(await hash(page), /bits=4.*rounding=floor.*prune=50/);
    },
    { hash: '#shrink?bits=4&rounding=floor' },
  );
  await visit((page) => made(page, 8), { hash: '#shrink?bits=77&scheme=constructor&model=__proto__' });
});

test('trained for it: the model that ships, and no widths to choose', () =>
  visit(async (page) => {
    await made(page, 8);
    await page.getByRole('checkbox', { name: 'Trained for it' }).check();
    const size = (statSync('models/nano.sbm').size / 1000).toFixed(0);
    await says(
      page,
      new RegExp(`^Trained for 4–\\d bits, .* ${size}.kB, and (it holds|gives the same answer)`),
    );
    assert.ok(await page.getByLabel('Bits for each number').isDisabled());
    assert.match(await page.locator('.bits-figure').textContent(), /^4–\d$/);
    assert.match(await hash(page), /trained=yes/);
    await page.getByRole('checkbox', { name: 'Trained for it' }).uncheck();
    await made(page, 8);
  }));

test('each tensor has its bar, shorter with fewer bits; zeros and neurons make the model smaller', () =>
  visit(async (page) => {
    await made(page, 8);
    const ratios = async () =>
      (await page.locator('.noise-ratio').allTextContents()).map((text) => Number.parseFloat(text));
    const before = await ratios();
    assert.ok(before.length > 5 && before.every((ratio) => ratio > 30), String(before));
    await slide(page, 'Bits for each number', 4);
    await made(page, 4);
    // The embedding was trained on levels of 4 bits: it loses nothing.
    assert.equal((await ratios()).filter((ratio, i) => ratio < before[i]).length, before.length - 1);
    const size = await figure(page, 'size');
    await slide(page, 'Neurons removed', 50);
    await says(page, '50 % of neurons gone');
    assert.ok((await figure(page, 'size')) < size);
  }));

test('the speed is measured when the slider rests, against the original, with its spread', () =>
  visit(async (page) => {
    await made(page, 8);
    await page
      .locator('#figure-speed .value')
      .filter({ hasText: /^[\d,]+.\/.s$/ })
      .waitFor();
    assert.match(
      await note(page, 'speed'),
      /[\d.]+ times the original’s [\d,]+.*rounds from [\d,]+.* to [\d,]+/,
    );
    await page.getByLabel('Kernels').selectOption('scalar');
    await page.locator('.settings .note').filter({ hasText: 'Runs on scalar' }).waitFor();
  }));

test('another model is loaded on a button that says how much it is, and can be gone back from', () =>
  visit(
    async (page) => {
      await made(page, 8);
      await page.getByRole('button', { name: `Load “small”: ${megabytes('small', 1)} MB` }).waitFor();
      await page.getByLabel('Model').selectOption('cnn');
      const button = page.getByRole('button', { name: `Load “cnn”: ${megabytes('cnn', 2)} MB` });
      await button.waitFor();
      assert.ok(!shared.site.requests.some((path) => /(small|cnn)\.float/.test(path)));
      await button.click();
      await page.locator('.lab-tried .original').nth(1).waitFor();
      assert.match(await hash(page), /model=cnn/);
      // It was trained for one width: none is made up.
      await page.getByRole('checkbox', { name: 'Trained for it' }).check();
      await says(page, /^Trained for 8 bits, /);
      assert.equal(await page.locator('.bits-figure').textContent(), '8');
      await page.getByRole('button', { name: /^8 bits: / }).click();
      await page.waitForFunction(() => !location.hash.includes('model='));
      assert.equal(await page.getByLabel('Model').inputValue(), 'nano');
    },
    { hash: '#shrink?model=small' },
  ));

test('the visitor’s own text is read by both, as text', () =>
  visit(
    async (page) => {
      await made(page, 2);
      await page.fill('#own-text', '<b>Mine</b> is a wonderful, lovely day.');
      await page
        .locator('.own-answers .said')
        .first()
        .filter({ hasText: /positive.*read in/ })
        .waitFor();
      assert.equal(await page.locator('.own-answers .said').count(), 2);
      assert.equal(await page.locator('.laboratory b').count(), 0);
    },
    { hash: '#shrink?bits=2' },
  ));

test('in Chinese', () =>
  visit((page) => says(page, '每个数字用 3 位'), { hash: '#shrink?bits=3', locale: 'zh-CN' }));

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

for (const how of ['html', 'damaged']) {
  test(`a model that is ${how} leaves the one before`, async () => {
    const own = await serveSite({ fault: { files: /^cnn\.float-.*\.sbm$/, how } });
    await visit(
      async (page) => {
        await made(page, 8);
        await page.getByLabel('Model').selectOption('cnn');
        await page.getByRole('button', { name: /Load “cnn”/ }).click();
        await page.locator('.laboratory .problem').filter({ hasText: 'damaged' }).waitFor();
        assert.equal(await page.getByLabel('Model').inputValue(), 'nano');
        await slide(page, 'Bits for each number', 5);
        await made(page, 5);
      },
      { own },
    );
    await own.close();
  });
}
