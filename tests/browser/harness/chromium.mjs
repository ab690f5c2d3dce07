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

export async function launchChromium() {
  const executablePath = findProgram([process.env.CHROMIUM ?? 'chromium', 'google-chrome'], 'chromium');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    name: 'chromium',
    version: browser.version(),
    native: browser,
    async newPage() {
      // A context of its own: no page sees another's storage.
      const context = await browser.newContext();
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
