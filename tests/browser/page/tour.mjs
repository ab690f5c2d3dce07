// Every room in use, one after the other.
import { enterLaboratory, readSample } from './chromium.mjs';

/** A text with both tones, of six sentences. */
export const review =
  'We arrived on a Friday evening. The view over the bay is magnificent. Then the heating failed, twice. ' +
  'The owner was kind and fixed it at once. Breakfast was a delight. We will gladly be back next year!';

/** Goes from room to room, and calls `look` with the name of what stands there. The room Read is open before. */
export async function tour(page, look) {
  await page.fill('#text', review);
  await page.locator('.sentence').nth(5).waitFor();
  await page.locator('.sure summary').click();
  await page.locator('.weight').filter({ hasText: 'failed' }).click();
  await page.locator('.word-detail').filter({ hasText: 'failed' }).waitFor();
  await look('Read');
  await enterLaboratory(page);
  await page.locator('.settings').evaluate((settings) => (settings.open = true));
  await page.getByLabel('Bits for each number').fill('3');
  await page.locator('.lab-sentence').filter({ hasText: 'With 3 bits' }).waitFor();
  await look('Shrink');
  await page.locator('nav a[href="#files"]').click();
  await page.locator('.intake').waitFor();
  await look('Files, as it opens');
  await readSample(page);
  await page.locator('.grid-count').filter({ hasText: '601' }).waitFor();
  await look('Files');
  await page.locator('.strong-list button').first().click();
  await page.locator('dialog[open]').waitFor();
  await look('Files, a row opened');
  await page.keyboard.press('Escape');
  await page.locator('nav a[href="#embed"]').click();
  await page.locator('.embed-event').filter({ hasText: 'label' }).waitFor();
  await look('Embed');
  await page.locator('nav a[href="#evidence"]').click();
  await page.locator('.chart svg').waitFor();
  await look('Evidence');
}
