/** The comparison's worker: two engines in one thread, so that their times can be compared. */
import { floatEngine } from '../../../../lib/float-engine.js';
import { SentibyteError, createAnalyzer } from '../../../../lib/index.js';
import { EngineHost } from './host.js';
import { locate } from './locate.js';
import type { Envelope, Report } from './protocol.js';
import { fetchedFile } from './traffic.js';

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

self.addEventListener('message', (event: MessageEvent<Envelope>) => {
  const { id, request } = event.data;
  host
    .serve(request, (update) => {
      send({ kind: 'update', id, update });
    })
    .then(
      (outcome) => {
        send({ kind: 'done', id, outcome });
      },
      (error: unknown) => {
        const code = error instanceof SentibyteError ? error.code : 'engine';
        send({ kind: 'failed', id, code, message: error instanceof Error ? error.message : String(error) });
      },
    );
});
