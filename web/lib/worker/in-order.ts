import { chunksOf, totalOf } from '../analyzer/batch.js';
import { SentibyteError } from '../errors.js';
import { checkSignal } from '../signal.js';
import type { BatchOptions, Sentiment } from '../types.js';

type Event = { read: IteratorResult<string[]> } | { scored: Sentiment[] };

/**
 * Scores what `texts` yields, with at most `most` chunks on their way at once, and gives each chunk's results in the order
 * of its texts. Reads on only as far as results are taken.
 */
export async function* scoreInOrder(
  texts: Iterable<string> | AsyncIterable<string>,
  score: (chunk: string[], signal: AbortSignal) => Promise<Sentiment[]>,
  most: number,
  { onProgress, signal }: BatchOptions,
): AsyncGenerator<Sentiment[], void, undefined> {
  checkSignal(signal);
  const total = totalOf(texts);
  const source = chunksOf(texts);
  const underWay: Promise<Event>[] = [];
  const ending = new AbortController();
  let reading: Promise<Event> | undefined;
  let isRead = false;
  let done = 0;
  let giveUp: ((error: SentibyteError) => void) | undefined;
  const stop = (): void => {
    giveUp?.(new SentibyteError('aborted', 'Stopped, as its signal asked for.', { cause: signal?.reason }));
  };
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      checkSignal(signal);
      if (!isRead && underWay.length < most) reading ??= source.next().then((read) => ({ read }));
      if (!reading && underWay.length === 0) return;
      // Whichever comes first; a promise of the signal would gather a listener for each chunk.
      const event = await new Promise<Event>((resolve, reject) => {
        giveUp = reject;
        reading?.then(resolve, reject);
        underWay[0]?.then(resolve, reject);
      });
      if ('read' in event) {
        reading = undefined;
        isRead = event.read.done === true;
        if (event.read.done) continue;
        const scoring = score(event.read.value, ending.signal).then((scored) => ({ scored }));
        // Looked at in its turn; until then its failure is not unheard.
        scoring.catch(() => undefined);
        underWay.push(scoring);
        continue;
      }
      void underWay.shift();
      done += event.scored.length;
      onProgress?.(total === undefined ? { done } : { done, total });
      yield event.scored;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    ending.abort();
    reading?.catch(() => undefined);
    // Waits for a text that is still being read, for which nobody else does.
    source.return(undefined).catch(() => undefined);
  }
}
