import type { Pieces } from '../tokenizer/pieces.js';
import type { Span } from './sentences.js';

/** A word of a text, and the pieces that stand for it: `[from, to)`, none where the tokenizer passes it over. */
export interface Word extends Span {
  from: number;
  to: number;
}

const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|[#*0-9]\ufe0f?\u20e3|\p{ExtPict}[\ufe0f\p{EMod}]*(?:\u200d\p{ExtPict}[\ufe0f\p{EMod}]*)*)`;
const LETTERS = String.raw`[\p{L}\p{N}\p{M}_\u200c\u200d]+`;

/**
 * What is not white space, cut where a reader sees a word end: addresses, handles and hashtags; the same emoji over and over;
 * letters and digits, with apostrophes and hyphens between them; the same sign over and over.
 */
const ATOM = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)\S+`,
    String.raw`[@#]\w+`,
    String.raw`(?<emoji>${EMOJI})(?:\k<emoji>)*`,
    String.raw`${LETTERS}(?:['’\u02bc\u2010\u2011-]${LETTERS})*`,
    String.raw`(?<sign>\S[\p{M}\ufe0e\ufe0f\u200d]*)(?:\k<sign>)*`,
  ].join('|'),
  'giu',
);

/**
 * The words of a text, in order: together they hold every character that is not white space, once. Signs, emoji and emoticons
 * are words of their own; a piece belongs to one word, so an emoticon is one. An
 * unknown, which may stand for a whole foreign sentence, belongs to the first word in it. Linear in the text's length.
 * @param pieces all pieces of the text
 */
export function splitWords(text: string, pieces: Pieces, unknown: number): Word[] {
  const words: Word[] = [];
  const { ids, starts, ends, length } = pieces;
  let next = 0;
  /** How far a piece holds together what it stands for. */
  let held = 0;
  for (const { 0: atom, index: start } of text.matchAll(ATOM)) {
    const end = start + atom.length;
    const last = words.at(-1);
    const word = last !== undefined && start < held ? last : { start, end, from: next, to: next };
    word.end = end;
    while (next < length && starts[next]! < end) {
      if (ids[next] !== unknown) held = Math.max(held, ends[next]!);
      ++next;
    }
    word.to = next;
    if (word !== last) words.push(word);
  }
  // Pieces of what is white space here and none to the tokenizer; no text is known to have one.
  if (words.length > 0) words.at(-1)!.to = length;
  return words;
}
