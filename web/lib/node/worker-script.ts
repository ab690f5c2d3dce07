/** What runs in the threads of `createWorkerAnalyzer`. */
import { parentPort } from 'node:worker_threads';
import { WorkerHost } from '../worker/host.js';
import type { Order } from '../worker/protocol.js';

if (!parentPort) throw new Error('sentibyte/worker-script runs in a worker thread.');
const port = parentPort;
const host = new WorkerHost((answer) => {
  port.postMessage(answer);
});
port.on('message', (order: Order) => {
  host.take(order);
});
