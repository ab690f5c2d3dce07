import type { TextReader } from '../tokenizer/reader.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import { SentenceStarts } from './sentence-starts.js';
import { WindowPacker } from './windows.js';

/** Pieces of one sentence that are held until its end is known; where there are more, they are counted first. */
const MOST_HELD = 1 << 16;

/**
 * The windows of a text, in order, each valid until the next. `undefined` comes after every slice of work, so that whoever
 * asks can see to other things. Memory is bounded, however long the text is.
 * @param held how many pieces of a sentence are held, where a test wants fewer
 */
export function* readWindows(
  text: string,
  reader: TextReader,
  tokenizer: Tokenizer,
  longest: number,
  held = MOST_HELD,
): Generator<Uint16Array | undefined, void> {
  const packer = new WindowPacker(longest, (id) => tokenizer.continues[id] === 1);
  const starts = new SentenceStarts(text);
  /** Lengths of the sentences that are too long to be held, in order, once there is one. */
  let lengths: number[] | undefined;
  reader.begin(text);
  for (let isDone = false; !isDone;) {
    isDone = reader.advance();
    const { pieces } = reader;
    yield* starts.lookAt(pieces);
    let next = 0;
    for (let i = 0; i < pieces.length; ++i) {
      if (i === starts.found[next]) {
        packer.endSentence();
        ++next;
      }
      packer.add(pieces.ids[i]!);
      if (packer.waiting > longest + held) {
        lengths ??= yield* longSentences(text, tokenizer, longest + held);
        packer.expect(lengths.shift()!);
      }
    }
    pieces.clear();
    if (isDone) packer.end();
    for (const { from, to } of packer.windows) yield packer.ids.subarray(from, to);
    packer.drop();
    yield;
  }
}

/** Reads ahead: the lengths, in pieces, of the sentences that have more than `most`. */
function* longSentences(text: string, tokenizer: Tokenizer, most: number): Generator<undefined, number[]> {
  const reader = tokenizer.reader();
  const starts = new SentenceStarts(text);
  const lengths: number[] = [];
  let length = 0;
  reader.begin(text);
  for (let isDone = false; !isDone;) {
    isDone = reader.advance();
    const { pieces } = reader;
    yield* starts.lookAt(pieces);
    let counted = 0;
    for (const start of [...starts.found, isDone ? pieces.length : -1]) {
      if (start < 0) break;
      length += start - counted;
      if (length > most) lengths.push(length);
      length = 0;
      counted = start;
    }
    length += pieces.length - counted;
    pieces.clear();
    yield;
  }
  return lengths;
}
