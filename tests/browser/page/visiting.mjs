// The browser and the site that the tests of one file share.
import { after, before } from 'node:test';
import { launchChromium, visitPage } from './chromium.mjs';
import { serveSite } from './site.mjs';

/** A text of three sentences and two minds. */
export const letter =
  'We booked the room in spring. The view over the bay took our breath away. Then the heating failed, twice.';

/**
 * Starts both before the first test of the file and ends them after its last. `visit(use, context)` opens the page with
 * `context`, which may differ from the one given here, and asks in the end that nothing forbidden happened.
 */
export function visiting(usual = {}) {
  const shared = {
    browser: undefined,
    site: undefined,
    visit: (use, context) => visitPage(shared.browser, shared.site, use, { ...usual, ...context }),
  };
  before(async () => {
    shared.browser = await launchChromium();
    shared.site = await serveSite({ compress: true });
  });
  after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return shared;
}
