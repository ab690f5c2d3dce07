/** The worker of the room Files: it reads, counts and writes, and has the package's workers judge. */
import { createWorkerAnalyzer } from '../../../../lib/worker.js';
import { codeOf } from './fault.js';
import { FileHost } from './host.js';
import type { Envelope, Report } from './protocol.js';

const send = (report: Report): void => {
  self.postMessage(report);
};

const host = new FileHost({
  createAnalyzer: (model) =>
    createWorkerAnalyzer({ model, workers: Math.max(1, navigator.hardwareConcurrency) }),
  clock: () => performance.now(),
});

self.addEventListener('message', (event: MessageEvent<Envelope>) => {
  const { id, kind, ask } = event.data;
  const serve = async (): Promise<unknown> =>
    host.serve(kind, ask, (update) => {
      send({ id, kind: 'update', update });
    });
  serve().then(
    (brings) => {
      send({ id, kind: 'done', brings });
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send({ id, kind: 'failed', code: codeOf(error), message });
    },
  );
});
