import puppeteer from 'puppeteer-core';
import { PATIENCE, findProgram, poll, standsStill, told } from './shared.mjs';

export async function launchFirefox() {
  const executablePath = findProgram([process.env.FIREFOX ?? 'firefox-esr', 'firefox'], 'firefox-esr');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: PATIENCE,
  });
  return {
    name: 'firefox',
    version: await browser.version(),
    native: browser,
    async newPage() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const waitFor = (body, ...args) =>
        poll(() => page.evaluate(`(${body})(...${JSON.stringify(args)})`), { what: told(body, args) });
      return {
        native: page,
        goto: (url) => page.goto(url),
        evaluate: (body, ...args) => page.evaluate(`(${body})(...${JSON.stringify(args)})`),
        waitFor,
        async click(selector) {
          await waitFor(standsStill, selector);
          await page.click(selector);
        },
        type: (selector, text) => page.type(selector, text),
        press: (key) => page.keyboard.press(key),
        setSize: (width, height) => page.setViewport({ width, height }),
        screenshot: (path) => page.screenshot({ path }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
