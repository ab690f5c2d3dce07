import { expect, test } from '@jest/globals';
import { Newest } from '../../../web/lib/worker/newest.js';

test('a call that was stopped leaves the one that took its place to be stopped by the next', async () => {
  const newest = new Newest();
  const signals: AbortSignal[] = [];
  const call = (): Promise<unknown> =>
    newest
      .run('field', undefined, (signal) => {
        signals.push(signal);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        });
      })
      .catch((error: unknown) => error);
  const first = call();
  void call();
  await first;
  void call();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
});
