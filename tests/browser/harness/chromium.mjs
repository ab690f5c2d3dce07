import { chromium } from 'playwright-core';
import { PATIENCE, findProgram, poll, told } from './shared.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** With a `profile`, a folder, all pages share it: extensions, which `flags` load, are in no other. */
export async function launchChromium({ profile, flags = [] } = {}) {
  const executablePath = findProgram([process.env.CHROMIUM ?? 'chromium', 'google-chrome'], 'chromium');
  const options = { executablePath, args: [...FLAGS, ...flags] };
  const shared =
    profile &&
    (await chromium.launchPersistentContext(profile, {
      ...options,
      ignoreDefaultArgs: ['--disable-extensions'],
    }));
  const browser = shared ? shared.browser() : await chromium.launch(options);
  return {
    name: 'chromium',
    version: browser.version(),
    native: browser,
    async newPage() {
      // A context of its own: no page sees another's storage.
      const context = shared ?? (await browser.newContext());
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      return {
        native: page,
        goto: (url) => page.goto(url),
        evaluate: (body, ...args) => page.evaluate(`(${body})(...${JSON.stringify(args)})`),
        waitFor: (body, ...args) =>
          poll(() => page.evaluate(`(${body})(...${JSON.stringify(args)})`), { what: told(body, args) }),
        click: (selector) => page.click(selector),
        type: (selector, text) => page.locator(selector).pressSequentially(text),
        press: (key) => page.keyboard.press(key),
        setSize: (width, height) => page.setViewportSize({ width, height }),
        screenshot: (path) => page.screenshot({ path }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
