// Three real browsers behind one small interface, and a server for them to look at.
//
//   const server = await serve('dist');
//   const browser = await launch('firefox');            // 'chromium' | 'firefox' | 'webkit'
//   const page = await browser.newPage();
//   await page.goto(server.url + '/index.html');
//   await page.evaluate((n) => document.title + n, 1);  // awaits promises, carries JSON
//   await browser.close(); await server.close();
//
// A page has: goto, evaluate, waitFor, click, type, press, setSize, screenshot, close; `native` is the driver's own
// page where there is one (Playwright's in Chromium, Puppeteer's in Firefox, none in WebKit).
import { launchChromium } from './harness/chromium.mjs';
import { launchFirefox } from './harness/firefox.mjs';
import { launchWebKit } from './harness/webkit.mjs';

export { serve } from './harness/server.mjs';

export const BROWSERS = ['chromium', 'firefox', 'webkit'];

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit };

/** Starts a browser with a profile of its own. Rejects, with the command to install it, when it is not there. */
export function launch(name) {
  const start = LAUNCH[name];
  if (!start) throw new Error(`no browser "${name}": ${BROWSERS.join(', ')}`);
  return start();
}

/** The browsers to test: all, or those that SENTIBYTE_BROWSERS names, separated by commas. */
export function chosenBrowsers() {
  const chosen = process.env.SENTIBYTE_BROWSERS;
  return chosen ? chosen.split(',') : BROWSERS;
}
