// The page as a visitor uses it, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compareBoth, fieldText, launchChromium, settled, watchedPage } from './page/chromium.mjs';
import { serveSite } from './page/site.mjs';

const letter =
  'We booked the room in spring. The view over the bay took our breath away. Then the heating failed, twice.';
const longText = 'The quick brown fox was not bad at all. '.repeat(25_000);

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

/** Opens the page, runs `use`, and then asks that nothing forbidden happened meanwhile. */
async function visit(use, { hash = '', ...context } = {}) {
  const { page, watch } = await watchedPage(browser, site.origin, context);
  await page.goto(site.url + hash);
  if (!hash || hash.startsWith('#read')) await settled(page);
  await use(page);
  assert.deepEqual(watch, { violations: [], foreign: [], errors: [] });
  await page.context().close();
}

const verdict = (page) => page.locator('#verdict-label').textContent();
const gauge = (page) => page.locator('.field-box .gauge').getAttribute('aria-valuenow');
const tints = (page) => page.evaluate(() => [...CSS.highlights.keys()].sort());

/** As a paste of the visitor's does it. */
function paste(page, text) {
  return page.evaluate((pasted) => {
    const field = document.getElementById('text');
    field.focus();
    document.getSelection().selectAllChildren(field);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Tasks over 50 ms while `use` runs. Another process may hold the processor: what the page does shows every time. */
async function longTasks(use, attempts = 8) {
  let longest = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    await visit(async (page) => {
      await page.evaluate(() => {
        window.longTasks = [];
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) window.longTasks.push(duration);
        }).observe({ type: 'longtask' });
      });
      await use(page);
      longest = await page.evaluate(() => window.longTasks);
    });
    if (longest.length === 0) return longest;
  }
  return longest;
}

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
  const { page } = await watchedPage(browser, own.origin);
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

test('the text survives a reload, another room and another language', () =>
  visit(async (page) => {
    await page.fill('#text', `${letter}\n\nSecond paragraph.`);
    const written = await fieldText(page);
    await page.reload();
    await settled(page);
    assert.equal(await fieldText(page), written);
    await page.locator('nav a[href="#shrink"]').click();
    assert.match(await page.locator('#compare-text').inputValue(), /twice\.\n+Second paragraph\.$/);
    await page.goBack();
    await page.locator('#text').waitFor();
    assert.equal(await fieldText(page), written);
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.locator('h1').filter({ hasText: '听起来' }).waitFor();
    assert.equal(await fieldText(page), written);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
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
      assert.ok(!site.requests.some((path) => path.includes('Another')));
    },
    { hash: `#read?${new URLSearchParams({ text: 'A shared & "quoted" line.' })}` },
  ));

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
      await page.getByLabel('Kernels, right').waitFor();
      assert.equal(await page.getByLabel('Kernels, right').inputValue(), 'scalar');
      assert.equal(await page.getByLabel('Model, left').inputValue(), 'nano');
      assert.ok(await page.locator('h1').isVisible());
    },
    { hash: '#shrink?left=nano,int8,best&right=nano,float,scalar' },
  ));

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
  const { page, watch } = await watchedPage(browser, own.origin);
  await page.goto(own.url);
  await settled(page);
  await compareBoth(page);
  await page.context().setOffline(true);
  await own.close();
  await page.fill('#compare-text', letter);
  await page.locator('#figure-answer .answer-label[data-label]').nth(1).waitFor();
  // What had not been loaded cannot come: the column says so and keeps what it has.
  await page.getByLabel('Kernels, left').selectOption('scalar');
  await page.locator('.column[data-side=left] .problem').waitFor();
  assert.match(
    await page.locator('.column[data-side=left] .problem').textContent(),
    /could not be fetched.*keeps small, 8-bit/s,
  );
  assert.equal(await page.getByLabel('Kernels, left').inputValue(), 'best');
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

test('no task over 50 ms while typing', { timeout: 240_000 }, async () => {
  const longest = await longTasks(async (page) => {
    await page.locator('#text').focus();
    await page.keyboard.type(`${letter} ${letter}`, { delay: 15 });
  });
  assert.deepEqual(longest, []);
});

test('no task over 50 ms while typing in a megabyte', { timeout: 240_000 }, async () => {
  const longest = await longTasks(async (page) => {
    await paste(page, longText);
    await page.locator('.reading-progress:not([hidden])').waitFor();
    await page.waitForTimeout(500);
    await page.evaluate(() => (window.longTasks.length = 0));
    await page.keyboard.type('wonderful ', { delay: 40 });
    assert.equal(
      await page.evaluate(() => document.getElementById('text').textContent.length),
      longText.length + 10,
    );
  });
  assert.deepEqual(longest, []);
});

test('a new text is answered in 100 ms while a megabyte is being read', { timeout: 120_000 }, () =>
  visit(async (page) => {
    let best = Infinity;
    for (let attempt = 0; attempt < 8 && best > 100; attempt++) {
      await paste(page, longText);
      await page.locator('.reading-progress:not([hidden])').waitFor();
      const milliseconds = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const start = performance.now();
            new MutationObserver(() => resolve(performance.now() - start)).observe(
              document.querySelector('.facts'),
              { childList: true },
            );
            document.querySelector('.examples button').click();
          }),
      );
      best = Math.min(best, milliseconds);
    }
    assert.ok(best <= 100, `${best} ms`);
  }),
);

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
  { width: 2560, height: 1440 },
]) {
  test(`nothing moves while the page loads and answers, at ${viewport.width} px`, () =>
    visit(
      async (page) => {
        const shift = () =>
          page.evaluate(
            () =>
              new Promise((resolve) => {
                let sum = 0;
                new PerformanceObserver((list) => {
                  for (const { value, hadRecentInput } of list.getEntries())
                    if (!hadRecentInput) sum += value;
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => resolve(sum), 300);
              }),
          );
        assert.ok((await shift()) < 0.02, `${await shift()}`);
      },
      { viewport },
    ));
}

test('at 320 px nothing is wider than the screen, in any room', () =>
  visit(
    async (page) => {
      await page.fill('#text', `${'x'.repeat(200)} ${letter}`);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await width(), 320);
      await compareBoth(page);
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
