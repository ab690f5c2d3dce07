// One cold visit: a browser that has never seen the page, on a line of a given speed.

/** Runs in the page before anything of it: notes when the first score, and that of `small`, stand there. */
function watch() {
  window.marks = {};
  const mark = (name) => (window.marks[name] ??= performance.now());
  const look = () => {
    const kind = document.querySelector('.verdict')?.dataset.kind;
    if (kind !== undefined && kind !== 'none') mark('score');
    if (document.querySelector('.facts')?.textContent.includes('small')) mark('small');
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

/**
 * Opens the page of `host` and gives, in milliseconds, when it was first painted, when it first said a score, and when `small`
 * had read the text; and what was fetched up to there.
 */
export async function visit(browser, host, { latency, throughput }) {
  // What is kept for the next visit is fetched when this one has what it needs: it would only disturb the count.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await page.addInitScript(watch);
    host.requests.length = 0;
    await page.goto(host.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.marks.small !== undefined, undefined, { timeout: 120_000 });
    const asked = [...host.requests];
    const times = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      ...window.marks,
    }));
    return { ...times, requests: asked.length, bytes: host.bytes(asked) };
  } finally {
    await context.close();
  }
}
