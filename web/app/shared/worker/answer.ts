import type { Asked, Envelope, Report, Services } from './messages.js';

/** Runs in a worker: answers each request by its service; `codeOf` names what was thrown. */
export function answerRequests<Requests extends Asked<Requests>, Update>(
  services: Services<Requests, Update>,
  codeOf: (error: unknown) => string,
): void {
  const send = (report: Report<Update>): void => {
    self.postMessage(report);
  };
  self.addEventListener('message', ({ data: { id, kind, ask } }: MessageEvent<Envelope<Requests>>) => {
    const serve = async (): Promise<unknown> =>
      services[kind](ask, (update) => {
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
}
