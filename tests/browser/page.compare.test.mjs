// Two models side by side, in the room Shrink, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compareBoth, launchChromium, visitPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

const letter =
  'We booked the room in spring. The view over the bay took our breath away. Then the heating failed, twice.';

let browser;
let site;
before(async () => {
  browser = await launchChromium();
  site = await serveSite({ compress: true });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const visit = (use, context) => visitPage(browser, site, use, context);

test('both columns read the same text; each can hold another model, precision and kernels', () =>
  visit(async (page) => {
    await page.fill('#text', letter);
    await compareBoth(page);
    const answers = page.locator('#figure-answer .answer-label[data-label]');
    await answers.nth(1).waitFor();
    assert.match(await page.locator('.summary').textContent(), /8-bit build is [\d.]+ times smaller/);
    await page.fill('#compare-text', 'The bus was late.');
    for (const [control, value, says] of [
      ['Kernels, right', 'scalar', /scalar/],
      ['Precision, right', 'int8', /scalar/],
      ['Model, right', 'nano', /scalar/],
      ['Kernels, right', 'simd', /SIMD/],
    ]) {
      await page.getByLabel(control).selectOption(value);
      await page
        .locator('.column[data-side=right] .column-state')
        .filter({ hasText: /Running on/ })
        .filter({ hasText: says })
        .waitFor();
    }
    assert.match(await page.locator('#figure-answer .cell-name').nth(1).textContent(), /nano, 8-bit, SIMD/);
    assert.match(await page.evaluate(() => location.hash), /right=nano%2Cint8%2Csimd/);
    const blobs = await page.locator('#figure-blob .value-note').allTextContents();
    assert.ok(
      blobs.every((note) => /as sent, compressed/.test(note)),
      String(blobs),
    );
    await page.locator('#figure-agreement .value').filter({ hasText: '%' }).waitFor();
    assert.match(await page.locator('#figure-agreement .value-note').textContent(), /of \d{3,} texts/);
  }));

test('the benchmark runs and says its median, spread and warm-up', { timeout: 240_000 }, () =>
  visit(async (page) => {
    await compareBoth(page);
    await page.getByRole('button', { name: 'Measure the speed' }).click();
    await page.locator('#figure-speed .note').filter({ hasText: 'Warming up' }).waitFor();
    await page.locator('#figure-speed .note').filter({ hasText: 'median of' }).waitFor({ timeout: 180_000 });
    for (const note of await page.locator('#figure-speed .value-note').allTextContents()) {
      assert.match(note, /rounds from [\d,]+.*to [\d,]+.*first round, still cold: [\d,]+/s);
    }
    assert.match(await page.locator('#figure-speed .value').first().textContent(), /^[\d,]+\u00a0\/\u00a0s$/);
  }),
);
