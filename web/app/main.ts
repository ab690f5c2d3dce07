import { EngineClient } from './engine/client.js';
import type { Traffic } from './engine/client.js';
import { fetchedSoFar, watchTraffic } from './engine/traffic.js';
import { Live } from './live/live.js';

let worker: Traffic = { bytes: 0, requests: 0, requestsSinceSettled: 0 };
let settledAt = Infinity;

const client = new EngineClient(
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'sentibyte' }),
  (traffic) => {
    worker = traffic;
    showTraffic();
  },
);
const live = new Live(client);

/** The page's own files and the worker's together. */
function showTraffic(): void {
  const page = fetchedSoFar(settledAt);
  const [document] = performance.getEntriesByType('navigation');
  const html = document instanceof PerformanceNavigationTiming ? document.encodedBodySize : 0;
  live.facts.showTraffic(
    html + page.bytes + worker.bytes,
    page.requestsSinceSettled + worker.requestsSinceSettled,
  );
}

watchTraffic(showTraffic);

/** The comparison comes after the first answer: its script is fetched once the models have arrived. */
async function start(): Promise<void> {
  await live.load();
  const { Compare } = await import('./compare/compare.js');
  new Compare(client, live.field, live.engine?.choice);
  settledAt = performance.now();
  await client.ask({ kind: 'settled' });
}

void start();
