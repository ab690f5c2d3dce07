// The page on the device: opened without a network after one visit, renewed when the visitor wants it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chosenBrowsers, launch } from './harness.mjs';
import { fieldText, launchChromium, settled, watchedPage } from './page/chromium.mjs';
import { isKept, waitKept } from './page/kept.mjs';
import { serveSite } from './page/site.mjs';

const shows = (selector, pattern) => new RegExp(pattern).test(document.querySelector(selector)?.textContent);
const go = (room) => {
  location.hash = room;
};

for (const name of chosenBrowsers()) {
  describe(name, { timeout: 300_000 }, () => {
    let browser, site, page;
    before(async () => {
      browser = await launch(name);
      site = await serveSite();
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('after one visit it opens without a network, and every room that was visited works', async () => {
      await page.goto(site.url);
      await page.waitFor(shows, '.facts', 'small');
      await page.waitFor(isKept, '/nano-');
      await page.waitFor(isKept, '/small-');
      for (const [room, stands] of [
        ['files', '.intake'],
        ['embed', 'sentiment-meter'],
      ]) {
        await page.evaluate(go, room);
        await page.waitFor((selector) => document.querySelector(selector) !== null, stands);
        await page.waitFor(isKept, `/${room}-.*js$`);
      }
      // The files' own worker is fetched with the first file.
      await page.evaluate(go, 'files');
      await page.waitFor(() => document.querySelector('.intake .chip') !== null);
      await page.click('.intake .chip');
      await page.waitFor(shows, '.progress-figures', 'All 601');
      await page.waitFor(isKept, '/files.worker-');
      await site.close();

      // Another query: an address that differs behind the # alone would not be opened anew.
      await page.goto(`${site.url}?again#read`);
      await page.evaluate(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
          window.violations.push(blockedURI),
        );
      });
      await page.waitFor(shows, '.facts', 'small');
      const before = await page.evaluate(() => document.querySelector('#verdict-score').textContent);
      await page.click('#text');
      await page.type('#text', ' What a dreadful, dreadful mess.');
      await page.waitFor((score) => document.querySelector('#verdict-score').textContent !== score, before);
      await page.evaluate(go, 'embed');
      await page.waitFor(shows, '.embed-event', 'label:');
      await page.evaluate(go, 'files');
      await page.waitFor(() => document.querySelector('.intake .chip') !== null);
      await page.click('.intake .chip');
      await page.waitFor(shows, '.progress-figures', 'All 601');
      // A room that was never visited says so; the others go on.
      await page.evaluate(go, 'evidence');
      await page.waitFor(shows, 'main .problem', 'could not be fetched');
      assert.deepEqual(await page.evaluate(() => window.violations), []);
    });
  });
}

describe('in Chromium', { skip: !chosenBrowsers().includes('chromium') }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** Opens a page of its own for `use`; `fault` is the host's. */
  async function visit(use, { fault, before = () => undefined } = {}) {
    const site = await serveSite({ fault });
    const { page, watch } = await watchedPage(browser, site.origin);
    try {
      await before(page, site);
      await page.goto(site.url);
      await use(page, site);
      assert.deepEqual(watch, { violations: [], foreign: [], errors: [] });
    } finally {
      await page.context().close();
      await site.close();
    }
  }

  /** Waits until the page is kept. */
  async function kept(page) {
    await settled(page);
    await waitKept(page, '/nano-');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** Lays a newer edition of the page on the server: another index.html, and the worker that knows it. */
  function renew(site) {
    const file = (name) => readFileSync(new URL(`../../site/${name}`, import.meta.url), 'utf8');
    const html = file('index.html').replace('<head>', '<head><meta name="edition" content="newer" />');
    const hash = createHash('sha256').update(html).digest('hex').slice(0, 16);
    const worker = file('sw.js')
      .replace(/version:"\w+"/, 'version:"newer"')
      .replace(
        /path:"index.html",bytes:\d+,hash:"\w+"/,
        `path:"index.html",bytes:${Buffer.byteLength(html)},hash:"${hash}"`,
      );
    for (const name of ['', 'index.html']) site.replace(name, 'text/html; charset=utf-8', html);
    site.replace('sw.js', 'text/javascript', worker);
  }

  const isNewer = (page) => page.locator('meta[name=edition]').count();
  const notice = (page) => page.locator('.update-notice');

  test('a new version asks, and nothing that was typed is lost', () =>
    visit(async (page, site) => {
      await kept(page);
      renew(site);
      await page.reload();
      await notice(page).waitFor();
      assert.equal(await isNewer(page), 0, 'the older one is still in use');
      await page.fill('#text', 'Typed before the new version.');
      await page.getByLabel('Language').selectOption('zh-CN');
      await notice(page).filter({ hasText: '本页有新版本' }).waitFor();
      await page.getByLabel('语言').selectOption('en');
      await notice(page).getByRole('button', { name: 'Reload' }).click();
      await page.locator('meta[name=edition]').waitFor({ state: 'attached' });
      await settled(page);
      assert.equal(await fieldText(page), 'Typed before the new version.');
      assert.equal(await notice(page).count(), 0);
      await site.close();
      await page.reload();
      await settled(page);
      assert.equal(await isNewer(page), 1);
    }));

  test('a new version is told to a screen reader, and "Later" leaves the page as it is', () =>
    visit(async (page, site) => {
      await kept(page);
      renew(site);
      await page.addInitScript(() => {
        window.said = [];
        document.addEventListener('DOMContentLoaded', () => {
          const region = document.getElementById('spoken');
          new MutationObserver(() => window.said.push(region.textContent)).observe(region, {
            childList: true,
          });
        });
      });
      await page.reload();
      await page.getByRole('button', { name: 'Later' }).click();
      assert.equal(await notice(page).count(), 0);
      const said = await page.evaluate(() => window.said);
      assert.ok(said.includes('A new version of this page is here.'), String(said));
    }));

  test('where the service worker is a web page, the page works with its network', () =>
    visit(
      async (page) => {
        await settled(page);
        await page.waitForTimeout(1500);
        assert.deepEqual(await page.evaluate(() => caches.keys()), []);
      },
      { before: (_, site) => site.replace('sw.js', 'text/html', '<!doctype html><title>Welcome</title>') },
    ));

  test('where a file is damaged, nothing is kept', () =>
    visit(
      async (page) => {
        await page.locator('.read .problem').waitFor();
        await page.waitForTimeout(1500);
        assert.deepEqual(await page.evaluate(() => caches.keys()), []);
      },
      { fault: { files: /\.sbm$/, how: 'damaged' } },
    ));

  test('where the disk is full, the page works with its network', () =>
    visit(
      async (page) => {
        await settled(page);
        await page.waitForTimeout(1500);
        await page.locator('nav a[href="#embed"]').click();
        await page.locator('.embed-event').filter({ hasText: 'label' }).waitFor();
        await page.reload();
        await page.locator('.embed-event').filter({ hasText: 'label' }).waitFor();
      },
      {
        before: async (page, site) => {
          const session = await page.context().newCDPSession(page);
          await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1000 });
        },
      },
    ));

  test('a web page in place of a room’s file is not kept: the room opens once the file is there', () =>
    visit(
      async (page, site) => {
        await kept(page);
        await page.locator('nav a[href="#embed"]').click();
        await page.locator('main .problem').waitFor();
        assert.equal(await page.evaluate(isKept, '/embed-.*js$'), false);
        site.recover();
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.locator('sentiment-meter').waitFor({ state: 'attached' });
      },
      { fault: { files: /^embed-.*\.js$/, how: 'html' } },
    ));
});
