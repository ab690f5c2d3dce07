/** What runs in the workers of `createWorkerAnalyzer`: one file, which is given all that it needs. */
import { WorkerHost } from './worker/host.js';
import type { Order } from './worker/protocol.js';

const host = new WorkerHost((answer) => {
  self.postMessage(answer);
});
self.addEventListener('message', (event: MessageEvent<Order>) => {
  host.take(event.data);
});
