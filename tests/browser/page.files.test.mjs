// The room Files as a visitor uses it, in Chromium.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fieldText, readSample } from './page/chromium.mjs';
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
import { visiting } from './page/visiting.mjs';

const { visit } = visiting({ hash: '#files' });

const folder = temporaryFolder();

const opinions = [
  'I loved it, "really".',
  'Cold soup, rude waiter',
  'It is what it is;\nmostly',
  'Größe 12 😀 fits',
  '',
];
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const csv = [
  'id,review,shop',
  ...Array.from({ length: 400 }, (_, i) =>
    i % 97 === 96
      ? `${i},too,many,cells`
      : `${i},${quoted(`${opinions[i % 5]} ${i}`)},${i % 3 ? 'North' : 'South'}`,
  ),
].join('\r\n');

test('the sample becomes charts, words, the strongest of each side and a table', () =>
  visit(async (page) => {
    await readSample(page);
    assert.match(await finished(page), /601 rows/);
    assert.match(await page.locator('.file-name').textContent(), /stays\.csv/);
    assert.equal(await setting(page, 'Text is in').locator('option:checked').textContent(), 'review');
    assert.match(
      await page.locator('.files-chart').first().getAttribute('aria-label'),
      /negative.*positive.*Mean score/,
    );
    assert.ok((await page.locator('.files-chart').first().locator('rect').count()) > 20);
    const houses = await page.locator('.means').first().locator('.mean-name').allTextContents();
    assert.equal(houses[0], 'Hillside', 'the best house stands first');
    assert.equal(houses.at(-1), 'Station');
    assert.match(
      await page.locator('.files-chart').nth(1).getAttribute('aria-label'),
      /per month, from 2025-01-01/,
    );
    assert.equal(await page.locator('.strong-list').count(), 2);
    assert.match(await page.locator('.strong-score').first().textContent(), /^−0\.\d\d$/);
    assert.ok((await page.locator('.word-button').count()) >= 10);
  }));

test('means are shown by the column that is chosen', () =>
  visit(async (page) => {
    await readSample(page);
    await page.getByLabel('Mean score by').selectOption({ label: 'nights' });
    await page.locator('.mean-name').filter({ hasText: /^7$/ }).waitFor();
    const nights = await page.locator('.means').first().locator('.mean-name').allTextContents();
    assert.deepEqual(nights, ['1', '2', '3', '4', '5', '6', '7']);
  }));

test('a row that cannot be read is listed with its line', () =>
  visit(async (page) => {
    await readSample(page);
    await page.locator('.unreadable button').click();
    await texts(page).filter({ hasText: 'Line 303: the row has 3 cells' }).waitFor();
    assert.equal(await page.locator('.grid-count').textContent(), '1 row');
  }));

test('the table is searched, sorted, and opened row by row with the keyboard', () =>
  visit(async (page) => {
    await readSample(page);
    await page.getByLabel('Search the texts').fill('HEATING');
    await page
      .locator('.grid-count')
      .filter({ hasText: /^\d\d rows$/ })
      .waitFor();
    await texts(page)
      .first()
      .filter({ hasText: /heating/ })
      .waitFor();
    await page.getByRole('button', { name: 'Score', exact: true }).click();
    const scores = async () =>
      (await page.locator('.grid-body .cell-score').allTextContents()).map((text) =>
        Number(text.replace('−', '-')),
      );
    await page.waitForFunction(
      () => document.querySelector('[aria-sort=descending]')?.textContent === 'Score',
    );
    await page.waitForTimeout(300);
    const descending = await scores();
    assert.deepEqual(
      descending,
      descending.toSorted((a, b) => b - a),
    );
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const opened = await dialog.locator('.dialog-text').textContent();
    assert.match(opened, /heating/);
    await dialog.getByRole('button', { name: 'Read it word by word' }).click();
    await page.locator('#text').waitFor();
    assert.equal(await fieldText(page), opened);
  }));

test('results stay while the visitor looks elsewhere, and in the other language', () =>
  visit(async (page) => {
    await page.locator('.intake .chip').click();
    await page.locator('nav a[href="#read"]').click();
    await page.locator('#text').waitFor();
    await page.locator('nav a[href="#files"]').click();
    await finished(page);
    await page.getByLabel('Language').selectOption('zh-CN');
    await figures(page, '全部 601 行已读完').waitFor();
    await texts(page).first().waitFor();
  }));

for (const [ending, options, content] of [
  ['csv', ['--csv', '--column', 'review'], csv],
  [
    'jsonl',
    ['--jsonl', '--field', 'review'],
    opinions.map((review, id) => JSON.stringify({ id, review })).join('\n') + '\nno\n',
  ],
]) {
  test(`a ${ending} file comes back as the command writes it, byte for byte`, async () => {
    const [file, wanted] = [join(folder.path, `in.${ending}`), join(folder.path, `out.${ending}`)];
    await writeFile(file, content);
    const said = await judged(file, wanted, options);
    await visit(async (page) => {
      await bring(page, `in.${ending}`, content);
      await finished(page);
      const { name, text } = await downloaded(
        page,
        ending === 'csv' ? 'Download as CSV' : 'Download as JSON lines',
      );
      assert.equal(name, `in.sentiment.${ending}`);
      assert.equal(text, said);
    });
  });
}

test('encoding, separator and header are found out, and can be changed', () =>
  visit(async (page) => {
    const rows = 'Größe;Meinung\n12;This café is wonderful\n14;Awful, never again\n';
    await bring(page, 'old.csv', Buffer.from(rows, 'latin1'));
    await finished(page);
    assert.equal(await setting(page, 'Letters').inputValue(), 'windows-1252');
    assert.equal(await setting(page, 'Between cells').inputValue(), ';');
    assert.equal(await setting(page, 'First row').inputValue(), 'yes');
    assert.match(
      await page.locator('.files-settings').textContent(),
      /not UTF-8, so it is taken for Windows-1252/,
    );
    await texts(page).filter({ hasText: 'This café is wonderful' }).waitFor();
    await setting(page, 'First row').selectOption('no');
    await figures(page, 'All 3 rows').waitFor();
    await setting(page, 'Rows are').selectOption('lines');
    await texts(page).filter({ hasText: '12;This café is wonderful' }).waitFor();
    const wide = Buffer.from(`\ufeff${rows}`, 'utf16le');
    await bring(page, 'wide.csv', wide);
    await figures(page, 'All 2 rows').waitFor();
    assert.equal(await setting(page, 'Letters').inputValue(), 'utf-16le');
    await texts(page).filter({ hasText: 'This café is wonderful' }).waitFor();
  }));

test('rows are pasted, and dropped', () =>
  visit(async (page) => {
    const hand = (kind, fill) =>
      page.evaluate(
        ([name, code]) => {
          const data = new DataTransfer();
          new Function('data', code)(data);
          const event =
            name === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          document.querySelector('main').dispatchEvent(event);
        },
        [kind, fill],
      );
    await hand('paste', "data.setData('text/plain', 'What a lovely day\\nWhat an awful day\\n')");
    assert.match(await finished(page), /2 rows/);
    await hand('drop', "data.items.add(new File(['Lovely.\\nAwful.\\nFine.\\n'], 'dropped.txt'))");
    await figures(page, 'All 3 rows').waitFor();
    assert.match(await page.locator('.file-name').textContent(), /dropped\.txt/);
  }));

test('what is no text is refused with what to do', () =>
  visit(async (page) => {
    await bring(page, 'book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]));
    await page
      .locator('.files .problem')
      .filter({ hasText: /not a text file.*saved as CSV/ })
      .waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('.intake').waitFor();
  }));

test('at 320 px nothing is wider than the screen', () =>
  visit(
    async (page) => {
      await readSample(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    },
    { viewport: { width: 320, height: 740 } },
  ));
