/** The engine's worker: everything that computes happens here, so that typing never waits. */
import { floatEngine } from '../lib/float-engine.js';
import { SentibyteError, createAnalyzer } from '../lib/index.js';
import { EngineHost } from './engine/host.js';
import type { Envelope, Report } from './engine/protocol.js';
import { locate } from './engine/shipped.js';
import { fetchedFile, fetchedSoFar, watchTraffic } from './engine/traffic.js';

const send = (report: Report): void => {
  self.postMessage(report);
};

/** A message to oneself is served after those that already wait, without the 4 ms that nested timers cost. */
const channel = new MessageChannel();
const resumed: (() => void)[] = [];
channel.port1.onmessage = () => {
  resumed.shift()?.();
};
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    resumed.push(resolve);
    channel.port2.postMessage(null);
  });

const host = new EngineHost({
  createAnalyzer: (options) =>
    createAnalyzer(options?.precision === 'float' ? { ...options, ...floatEngine } : options),
  clock: () => performance.now(),
  locate,
  fetched: fetchedFile,
  pause,
});

let settledAt = Infinity;
const reportTraffic = (): void => {
  send({ kind: 'traffic', ...fetchedSoFar(settledAt) });
};
watchTraffic(reportTraffic);

self.addEventListener('message', (event: MessageEvent<Envelope>) => {
  const { id, request } = event.data;
  if (request.kind === 'settled') settledAt = performance.now();
  host
    .serve(request, (update) => {
      send({ kind: 'update', id, update });
    })
    .then(
      (outcome) => {
        send({ kind: 'done', id, outcome });
        if (request.kind === 'settled' || request.kind === 'load') reportTraffic();
      },
      (error: unknown) => {
        const code = error instanceof SentibyteError ? error.code : 'engine';
        send({ kind: 'failed', id, code, message: error instanceof Error ? error.message : String(error) });
      },
    );
});
