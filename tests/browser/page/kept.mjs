/** Inside the page: whether its service worker keeps a file whose address matches. */
export const isKept = async (pattern) => {
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    if (requests.some(({ url }) => new RegExp(pattern).test(url))) return true;
  }
  return false;
};
