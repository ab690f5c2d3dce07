import puppeteer from 'puppeteer-core';
import { findProgram, poll } from './shared.mjs';

export async function launchFirefox() {
  const executablePath = findProgram([process.env.FIREFOX ?? 'firefox-esr', 'firefox'], 'firefox-esr');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return {
    name: 'firefox',
    version: await browser.version(),
    native: browser,
    async newPage() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        native: page,
        goto: (url) => page.goto(url),
        evaluate: (body, ...args) => page.evaluate(`(${body})(...${JSON.stringify(args)})`),
        waitFor: (body, ...args) =>
          poll(() => page.evaluate(`(${body})(...${JSON.stringify(args)})`), { what: String(body) }),
        click: (selector) => page.click(selector),
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
