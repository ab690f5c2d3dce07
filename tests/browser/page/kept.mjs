import { poll } from '../harness/shared.mjs';

/** Inside the page: whether its service worker keeps a file whose address matches. */
export const isKept = async (pattern) => {
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    if (requests.some(({ url }) => new RegExp(pattern).test(url))) return true;
  }
  return false;
};

/** Waits until it does, in a page of Playwright's, whose own waiting takes a promise for an answer. */
export const waitKept = (page, pattern) =>
  poll(() => page.evaluate(isKept, pattern), { what: `${pattern} to be kept` });
