// What the page says when a file is missing or wrong, the browser cannot, or the text is unusual.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enterLaboratory, fieldText, launchChromium, settled, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

const typed = 'Typed before anything was there.';

let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

/** Opens a page whose host has these faults, with a text typed at once, and says what the page says. */
async function open(fault) {
  const site = await serveSite({ fault });
  const { page, watch } = await watchedPage(browser, site.origin);
  await page.goto(site.url);
  await page.fill('#text', typed);
  const box = page.locator('.read .problem');
  return {
    page,
    site,
    watch,
    box,
    problem: async () => {
      await box.waitFor();
      return box.innerText();
    },
    close: async () => {
      assert.equal(await fieldText(page), typed);
      assert.deepEqual(watch.violations, []);
      await page.context().close();
      await site.close();
    },
  };
}

/** Resolves when a verdict stands on the page. */
const judged = (page) => page.locator('.verdict:not([data-kind=none])').waitFor();

for (const how of ['missing', 'html', 'damaged', 'cut']) {
  test(`every blob ${how}: says so and keeps the text`, async () => {
    const { problem, close } = await open({ files: /\.sbm$/, how });
    const expected = how === 'missing' ? /could not be fetched/ : /damaged, or made for another version/;
    assert.match(await problem(), expected);
    await close();
  });

  test(`small's blob ${how}: nano goes on`, async () => {
    const { page, problem, close } = await open({ files: /^small-.*\.sbm$/, how });
    assert.match(await problem(), /“nano” goes on reading/);
    await judged(page);
    await close();
  });
}

for (const how of ['missing', 'html', 'damaged']) {
  test(`the engine's file ${how}: says so and keeps the text`, async () => {
    const { problem, close } = await open({ files: /\.wasm$/, how });
    assert.match(await problem(), /could not be fetched|engine could not be started|cannot run the engine/);
    await close();
  });
}

for (const how of ['missing', 'html']) {
  test(`the worker's script ${how}: says so, keeps the text, and starts once the script is there`, async () => {
    const { page, site, box, problem, close } = await open({ files: /^worker-script.*\.js$/, how });
    assert.match(await problem(), /did not start, or stopped/);
    site.recover();
    await page.getByRole('button', { name: 'Try again' }).click();
    await judged(page);
    assert.equal(await box.isVisible(), false);
    await close();
  });
}

test('a host that has recovered is found again by "Try again"', async () => {
  const { page, site, box, problem, close } = await open({ files: /\.sbm$/, how: 'missing' });
  await problem();
  site.recover();
  await page.getByRole('button', { name: 'Try again' }).click();
  await judged(page);
  assert.equal(await box.isVisible(), false);
  await close();
});

test('a page whose script never comes says so', async () => {
  const site = await serveSite({ fault: { files: /^index-.*\.js$/, how: 'missing' } });
  const { page } = await watchedPage(browser, site.origin);
  await page.goto(site.url);
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('.late')).visibility === 'visible',
  );
  await page.context().close();
  await site.close();
});

test('without JavaScript a sentence says what is needed', async () => {
  const site = await serveSite();
  const { page } = await watchedPage(browser, site.origin, { javaScriptEnabled: false });
  await page.goto(site.url);
  assert.match(await page.locator('main').innerText(), /needs JavaScript/);
  await page.context().close();
  await site.close();
});

test('where storage is denied, the page works', async () => {
  const site = await serveSite();
  const { page, watch } = await watchedPage(browser, site.origin);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.goto(site.url);
  await settled(page);
  await page.getByLabel('Language').selectOption('zh-CN');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.deepEqual(watch.errors, []);
  await page.context().close();
  await site.close();
});

test('without WebAssembly the page says what to use', async () => {
  const { problem, close } = await open({ files: /^index-.*\.js$/, how: 'without WebAssembly' });
  assert.match(await problem(), /cannot run the engine.*Chrome, Edge, Firefox or Safari/s);
  await close();
});

test('without SIMD the scalar kernels read', async () => {
  const { page, close } = await open({ files: /^index-.*\.js$/, how: 'without SIMD' });
  await page.locator('.facts').filter({ hasText: 'scalar, no SIMD' }).waitFor();
  await judged(page);
  await close();
});

test('markup in the text stays text', async () => {
  const { page, site, watch, close } = await open();
  await settled(page);
  const markup =
    '<img src=x onerror="document.title=\'run\'">. <script>document.title="run"</script>. <b>Nice!</b> Fine.';
  await page.fill('#text', markup);
  await page.locator('.sentence').nth(1).waitFor();
  await enterLaboratory(page);
  await page.locator('.own-answers .said').nth(1).waitFor();
  await page.locator('nav a[href="#read"]').click();
  await page.locator('.sentence').nth(1).waitFor();
  assert.notEqual(await page.title(), 'run');
  assert.equal(await page.locator('main img, main script, main b').count(), 0);
  assert.ok(!site.requests.some((path) => path.endsWith('/x')));
  assert.deepEqual(watch.errors, []);
  await page.fill('#text', typed);
  await close();
});

test('lone surrogates, names of object members and a megabyte are ordinary texts', async () => {
  const { page, watch, close } = await open();
  await settled(page);
  const long = 'The quick brown fox was not bad at all. '.repeat(26_000);
  for (const [text, sentences] of [
    ['\ud83d half \ude00 an emoji \udfff', 0],
    ['constructor __proto__ toString', 0],
    ['\u0000 \u202e \ufeff', 0],
    [long, 100],
  ]) {
    await page.evaluate((value) => {
      const field = document.getElementById('text');
      field.textContent = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page
      .locator('.sentence')
      .nth(99)
      .waitFor({ state: sentences ? 'visible' : 'hidden' });
    await judged(page);
  }
  assert.match(await page.locator('.sentences .note').textContent(), /25,900/);
  assert.equal(await page.evaluate(() => document.getElementById('text').textContent.length), long.length);
  // The field still answers at once.
  await page.fill('#text', typed);
  await page.locator('.sentences').waitFor({ state: 'hidden' });
  assert.deepEqual(watch.errors, []);
  await close();
});
