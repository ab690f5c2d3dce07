/** The room's worker: engines in one thread, so that their times can be compared, and the quantizer. */
import { floatEngine } from '../../../../lib/float-engine.js';
import { SentibyteError, createAnalyzer } from '../../../../lib/index.js';
import { createQuantizer } from '../../../../lib/quantizer.js';
import { EngineHost } from './host.js';
import { Laboratory } from './laboratory.js';
import { locate } from './locate.js';
import type { Choice, Envelope, Report } from './protocol.js';
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

const analyzer: typeof createAnalyzer = (options) =>
  createAnalyzer(options?.precision === 'float' ? { ...options, ...floatEngine } : options);

const host = new EngineHost({
  createAnalyzer: analyzer,
  clock: () => performance.now(),
  locate,
  fetched: fetchedFile,
  pause,
});

async function fetchBlob(choice: Choice): Promise<Uint8Array> {
  const address = locate(choice);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new SentibyteError('network', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const laboratory = new Laboratory({
  createAnalyzer: analyzer,
  createQuantizer,
  clock: () => performance.now(),
  fetchBlob,
  pause,
});

/** The library's error code; its packages have a class of errors each. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'engine';
}

self.addEventListener('message', (event: MessageEvent<Envelope>) => {
  const { id, request } = event.data;
  const served =
    request.kind === 'open' || request.kind === 'try'
      ? laboratory.serve(request)
      : host.serve(request, (update) => {
          send({ kind: 'update', id, update });
        });
  served.then(
    (outcome) => {
      send({ kind: 'done', id, outcome });
    },
    (error: unknown) => {
      send({
        kind: 'failed',
        id,
        code: codeOf(error),
        message: error instanceof Error ? error.message : String(error),
      });
    },
  );
});
