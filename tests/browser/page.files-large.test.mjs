// Large files in the room Files, in Chromium.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { busiestTask, visitPage } from './page/chromium.mjs';
import {
  bring,
  downloaded,
  figures,
  finished,
  judged,
  setting,
  temporaryFolder,
  texts,
} from './page/files.mjs';
import { waitKept } from './page/kept.mjs';
import { serveSite } from './page/site.mjs';
import { visiting } from './page/visiting.mjs';

const shared = visiting({ hash: '#files' });
const { visit } = shared;

const folder = temporaryFolder();

const openings = [
  'The parcel',
  'Their support',
  'This kettle',
  'The second visit',
  'Our guide',
  'The screen',
];
const verdicts = [
  'was better than anything I had hoped for',
  'broke after a week and nobody answers',
  'is about what the price suggests',
  'made my mother laugh out loud, twice',
  'smells of glue even after a month outside',
];
const endings = ['and I told everyone.', 'so I sent it back.', 'which is fine.', 'I would do it again.'];

/** An export of reviews: about 75 characters each, no two the same. */
function reviews(rows) {
  const lines = ['id,day,product,review'];
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(2025, 0, 1 + (i % 360))).toISOString().slice(0, 10);
    const text = `${openings[i % 6]} ${verdicts[i % 5]}, ${endings[i % 4]} Order ${i}.`;
    lines.push(`${i},${day},${openings[i % 6]},"${text}"`);
  }
  return `${lines.join('\n')}\n`;
}

test(
  '50,000 rows, dropped with the network cut, are read as the command reads them',
  { timeout: 900_000 },
  async (t) => {
    const own = await serveSite();
    const content = reviews(50_000);
    const [file, wanted] = [join(folder.path, 'in.csv'), join(folder.path, 'out.csv')];
    await writeFile(file, content);
    await visitPage(
      shared.browser,
      own,
      async (page) => {
        await page.locator('.intake').waitFor();
        for (const part of ['/small-', '/files.worker-', '/worker-script-']) await waitKept(page, part);
        await own.close();
        const begun = Date.now();
        await page.evaluate((rows) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([rows], 'reviews.csv', { type: 'text/csv' }));
          document
            .querySelector('main')
            .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }, content);
        assert.match(await finished(page, 400_000), /50,000 rows/);
        t.diagnostic(`note: 50,000 rows in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
        assert.ok((await page.locator('.files-chart').first().locator('rect').count()) > 20);
        const { text } = await downloaded(page, 'Download as CSV');
        assert.ok(
          text === (await judged(file, wanted, ['--csv', '--column', 'review'])),
          'as the command writes it',
        );
      },
      { hash: '#files' },
    );
  },
);

test('a large file is paused, goes on, and is stopped; what was read stays', { timeout: 240_000 }, () =>
  visit(async (page) => {
    await bring(page, 'large.csv', reviews(60_000));
    await page.getByRole('button', { name: 'Pause' }).click();
    await figures(page, 'paused').waitFor();
    await page.waitForTimeout(1500);
    const rows = () => page.locator('.progress-figures').textContent();
    const before = await rows();
    await page.waitForTimeout(1000);
    assert.equal(await rows(), before);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page
      .locator('.progress-figures')
      .filter({ hasText: /\/\u00a0s · .* left/ })
      .waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await figures(page, /^Stopped after/).waitFor();
    await texts(page).first().waitFor();
    const { text } = await downloaded(page, 'Download as CSV');
    const [, count] = /after ([\d,]+) rows/.exec(await rows());
    assert.equal(text.trimEnd().split('\n').length - 1, Number(count.replaceAll(',', '')));
  }),
);

test('no task over 50 ms while 100,000 rows are read', { timeout: 600_000 }, () =>
  visit(async (page) => {
    await page.getByRole('button', { name: /invented/ }).waitFor();
    await bring(page, 'huge.csv', reviews(100_000));
    await setting(page, 'Read by').selectOption('nano');
    await page.locator('.grid-body .cell-text').first().waitFor();
    const longest = await busiestTask(page, () => figures(page, /^All /).waitFor({ timeout: 400_000 }));
    assert.ok(longest > 1 && longest <= 50, `${longest} ms`);
  }),
);
