import { SentibyteError } from '../errors.js';
import { checkSignal } from '../signal.js';
import type { BatchOptions, BatchProgress, Sentiment } from '../types.js';
import { checkText } from './checks.js';
import { type Slices, Turns } from './slices.js';

/** Texts of a chunk: enough for full engine runs, few enough to stay in memory. */
const MOST_TEXTS = 64;
/** UTF-16 units of a chunk, unless one text alone has more. */
const MOST_UNITS = 16384;

/** Scores what `texts` yields, chunk by chunk, and gives each chunk's results in the order of its texts. */
export async function* scoreChunks(
  texts: Iterable<string> | AsyncIterable<string>,
  scoring: (texts: string[]) => Slices<Sentiment[]>,
  { onProgress, signal }: BatchOptions,
): AsyncGenerator<Sentiment[]> {
  const total = totalOf(texts);
  const turns = new Turns(signal);
  let done = 0;
  for await (const chunk of chunksOf(texts)) {
    const results = await turns.finish(scoring(chunk));
    done += chunk.length;
    onProgress?.(total === undefined ? { done } : { done, total });
    yield results;
    await turns.rest();
  }
  checkSignal(signal);
}

/** The texts in chunks that are worth an engine's while. */
export async function* chunksOf(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[]> {
  let chunk: string[] = [];
  let units = 0;
  let index = 0;
  for await (const text of texts) {
    checkText(text, `texts[${index++}]`);
    chunk.push(text);
    units += text.length;
    if (chunk.length === MOST_TEXTS || units >= MOST_UNITS) {
      yield chunk;
      chunk = [];
      units = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** How many texts there are, where that is known beforehand. */
export function totalOf(texts: unknown): BatchProgress['total'] {
  if (Array.isArray(texts)) return texts.length;
  return texts instanceof Set ? texts.size : undefined;
}

/** Throws `input` unless `texts` can be iterated over; a lone string would be taken for its letters. */
export function checkTexts(texts: unknown): asserts texts is Iterable<string> | AsyncIterable<string> {
  const isIterable =
    typeof texts === 'object' &&
    texts !== null &&
    (Symbol.iterator in texts || Symbol.asyncIterator in texts);
  if (isIterable) return;
  const instead =
    typeof texts === 'string' ? 'a single string; use analyze() for it' : `of type ${typeof texts}`;
  throw new SentibyteError('input', `texts must be an array or another iterable, but is ${instead}.`);
}
