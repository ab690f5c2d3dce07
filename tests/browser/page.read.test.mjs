// The room Read as a visitor uses it, in Chromium.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldText, settled, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';
import { letter, visiting } from './page/visiting.mjs';

const shared = visiting();
const { visit } = shared;

const verdict = (page) => page.locator('#verdict-label').textContent();
const gauge = (page) => page.locator('.field-box .gauge').getAttribute('aria-valuenow');
const tints = (page) => page.evaluate(() => [...CSS.highlights.keys()].sort());

test('the first screen holds a text that is read, and coloured on both sides', () =>
  visit(async (page) => {
    assert.match(await verdict(page), /positive|negative/);
    await page.locator('.weight').first().waitFor();
    const found = await tints(page);
    assert.ok(
      found.some((name) => name.startsWith('negative')),
      String(found),
    );
    assert.ok(
      found.some((name) => name.startsWith('positive')),
      String(found),
    );
    assert.match(await page.locator('.tradeoff-strip').innerText(), /MB.*MB.*99\.\d/s);
    assert.equal(await page.locator('.examples button:visible').count(), 6);
  }));

test('every key press is read', () =>
  visit(async (page) => {
    await page.fill('#text', '');
    await page.locator('#text').focus();
    for (const word of ['Not', ' bad', ' at', ' all']) {
      const before = await gauge(page);
      await page.keyboard.type(word);
      await page.locator(`.field-box .gauge:not([aria-valuenow="${before}"])`).waitFor();
    }
    await page.locator('.sure summary').click();
    const shares = await page.locator('.probability-figure').allTextContents();
    assert.equal(shares.length, 3);
    assert.ok(
      shares.every((share) => /^([<>]\u00a0)?\d+\u00a0%$/.test(share)),
      String(shares),
    );
    assert.ok(!shares.includes('100\u00a0%'), String(shares));
  }));

test('the first model’s answer is marked as such until the larger one has read the text', async () => {
  const own = await serveSite({ fault: { files: /^small-(?!.*float).*\.sbm$/, how: 'slow' } });
  const { page } = await watchedPage(shared.browser, own.origin);
  await page.goto(own.url);
  await page.locator('.facts').filter({ hasText: 'nano' }).waitFor();
  assert.match(await page.locator('.reading-note').textContent(), /First impression/);
  await settled(page);
  assert.equal(await page.locator('.reading-note').textContent(), '');
  await page.context().close();
  await own.close();
});

test('an empty field is not judged', () =>
  visit(async (page) => {
    await page.fill('#text', '');
    await page.locator('#verdict-label', { hasText: 'Nothing to judge' }).waitFor();
    assert.equal(await gauge(page), '0.00');
    assert.equal(await page.locator('.sure').isVisible(), false);
  }));

test('an example fills the field, and undo brings the text back', () =>
  visit(async (page) => {
    await page.fill('#text', 'My own words.');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: /Sarcasm/ }).click();
    assert.equal(await fieldText(page), 'Oh great, another password to remember.');
    await page.locator('#text').focus();
    await page.keyboard.press('Control+z');
    assert.equal(await fieldText(page), 'My own words.');
  }));

test('a word that the caret is in tells its share, and the score without it', () =>
  visit(async (page) => {
    await page.fill('#text', 'What a lovely morning');
    await page.locator('.weight').filter({ hasText: 'lovely' }).waitFor();
    await page.keyboard.press('Home');
    for (let i = 0; i < 'What a lo'.length; i++) await page.keyboard.press('ArrowRight');
    const detail = page.locator('.word-detail');
    await detail.filter({ hasText: /“lovely” adds \+0\.\d\d\. Without it the text scores/ }).waitFor();
    assert.ok((await tints(page)).includes('pointed'));
  }));

test('several sentences are drawn and listed; a chosen one is found in the text', () =>
  visit(async (page) => {
    await page.fill('#text', letter);
    const rows = page.locator('.sentence');
    await rows.nth(2).waitFor();
    assert.equal(await rows.count(), 3);
    assert.equal(await page.locator('.strip rect').count(), 3);
    await rows.nth(1).click();
    const chosen = await page.evaluate(() => document.getSelection().toString());
    assert.equal(chosen, 'The view over the bay took our breath away.');
  }));

test('a screen reader hears the answer once typing pauses', () =>
  visit(async (page) => {
    await page.evaluate(() => {
      window.changes = [];
      new MutationObserver(() => window.changes.push(document.getElementById('spoken').textContent)).observe(
        document.getElementById('spoken'),
        { childList: true },
      );
    });
    await page.fill('#text', '');
    await page.locator('#text').pressSequentially('What a lovely morning', { delay: 20 });
    await page
      .locator('#spoken')
      .filter({ hasText: /positive, \+\d\.\d\d, .* sure/ })
      .waitFor();
    assert.equal((await page.evaluate(() => window.changes)).filter((said) => /sure/.test(said)).length, 1);
  }));

test('a link holds the text behind the #, where no server sees it', () =>
  visit(
    async (page) => {
      assert.equal(await fieldText(page), 'A shared & "quoted" line.');
      await page.fill('#text', 'Another one?');
      assert.equal(await page.evaluate(() => location.hash), '#read');
      await page.getByRole('button', { name: 'Copy a link' }).click();
      const hash = await page.evaluate(() => location.hash);
      assert.equal(new URLSearchParams(hash.split('?')[1]).get('text'), 'Another one?');
      assert.ok(!shared.site.requests.some((path) => path.includes('Another')));
    },
    { hash: `#read?${new URLSearchParams({ text: 'A shared & "quoted" line.' })}` },
  ));

test('a text from right to left is laid out so', () =>
  visit(async (page) => {
    await page.fill('#text', 'الخدمة ممتازة جدا');
    assert.equal(
      await page.evaluate(() => {
        const field = document.getElementById('text');
        return getComputedStyle(field.querySelector('div') ?? field).direction;
      }),
      'rtl',
    );
  }));
