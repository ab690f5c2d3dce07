import { SentibyteError } from '../errors.js';
import * as slots from '../generated/slots.js';
import { decodePieces } from './front-code.js';
import type { Vocabulary } from './lexicon.js';
import { Table } from './table.js';

/** docs/TOKENIZER.md describes this one; 1 is the same with one word in each rewrite. */
const NEWEST_ALGORITHM = 2;
/** Ids travel as 16 bits. */
const MOST_PIECES = 65536;
// As engine/format/check_tokenizer.cc has them: with these bounds reading a text is linear in its length, whatever the
// vocabulary. In bytes of UTF-8.
const LONGEST_WORD = 128;
const LONGEST_EMOTICON = 32;
const LONGEST_TARGET = 255;
const MOST_TARGETS = 16;
const SPACE = 0x20;
/**
 * Bytes of text that a byte of the blob may stand for: in one that was written honestly nearly every string has bytes of its
 * own, and pieces share the beginnings of words. And how many there may be at all: a trie takes 50 times as much.
 */
const MOST_TEXT_A_BYTE = 4;
const MOST_TEXT = 1 << 22;

/**
 * Reads the tokenizer's part of a blob that the engine has verified. Throws `model` where its vocabulary is beyond the bounds
 * of FORMAT.md, or is more text than a blob of this size can hold.
 */
export function readVocabulary(blob: Uint8Array): Vocabulary {
  const tokenizer = Table.rootOf(blob).table(slots.modelTokenizer);
  if (!tokenizer) refuse('tokenizer: the model has none, so it cannot read text');
  const algorithm = tokenizer.number(slots.tokenizerAlgorithm);
  if (algorithm < 1 || algorithm > NEWEST_ALGORITHM) {
    refuse(`tokenizer.algorithm: ${algorithm} is not known to this version of sentibyte`);
  }
  const count = tokenizer.number(slots.tokenizerPieceCount);
  if (count > MOST_PIECES) refuse(`tokenizer.piece_count: ${count} is over ${MOST_PIECES}`);
  const unknown = tokenizer.number(slots.tokenizerUnknown);
  if (unknown >= count) refuse(`tokenizer.unknown: id ${unknown} of ${count}`);

  const budget = new Budget(Math.min(MOST_TEXT_A_BYTE * blob.length, MOST_TEXT));
  const words = new Rewrites('words', LONGEST_WORD, budget);
  const emoticons = new Rewrites('emoticons', LONGEST_EMOTICON, budget);
  return {
    pieces: decodePieces(tokenizer.bytes(slots.tokenizerPieces) ?? new Uint8Array(), count, (bytes) => {
      budget.charge(bytes);
    }),
    unknown,
    readable: tokenizer.float(slots.tokenizerReadable, slots.tokenizerReadableUnwritten),
    words: words.read(tokenizer.tables(slots.tokenizerWords)),
    emoticons: emoticons.read(tokenizer.tables(slots.tokenizerEmoticons)),
  };
}

/** Counts what is read of a blob: entries may point at the same bytes, and then cost nothing but time and memory. */
class Budget {
  #left: number;

  constructor(left: number) {
    this.#left = left;
  }

  charge(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) refuse('tokenizer: more text than the model has bytes for; its entries share them');
  }
}

/** Reads one of the two lists. */
class Rewrites {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #list: 'words' | 'emoticons';
  readonly #longest: number;
  readonly #budget: Budget;

  constructor(list: 'words' | 'emoticons', longest: number, budget: Budget) {
    this.#list = list;
    this.#longest = longest;
    this.#budget = budget;
  }

  read(rewrites: Iterable<Table>): [string, string][] {
    const found: [string, string][] = [];
    let index = 0;
    for (const rewrite of rewrites) {
      const entry = `${this.#list}[${index++}]`;
      const from = this.#text(rewrite.bytes(slots.rewriteFrom), longestWord, this.#longest, `${entry}.from`);
      const to = this.#text(
        rewrite.bytes(slots.rewriteTo),
        ({ length }) => length,
        LONGEST_TARGET,
        `${entry}.to`,
      );
      if (to.split(' ').length > MOST_TARGETS) {
        refuse(`tokenizer.${entry}.to: more than ${MOST_TARGETS} pieces`);
      }
      for (const word of from.split(' ')) {
        if (word === '') refuse(`tokenizer.${entry}.from: empty`);
        found.push([word, to]);
      }
    }
    return found;
  }

  #text(
    bytes: Uint8Array | undefined,
    lengthOf: (bytes: Uint8Array) => number,
    longest: number,
    field: string,
  ): string {
    if (!bytes) refuse(`tokenizer.${field}: missing`);
    this.#budget.charge(bytes.length);
    const length = lengthOf(bytes);
    if (length > longest) refuse(`tokenizer.${field}: ${length} bytes, more than ${longest}`);
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return refuse(`tokenizer.${field}: not UTF-8`);
    }
  }
}

/** Of words that single spaces part. */
function longestWord(bytes: Uint8Array): number {
  let longest = 0;
  let length = 0;
  for (const byte of bytes) {
    length = byte === SPACE ? 0 : length + 1;
    if (length > longest) longest = length;
  }
  return longest;
}

function refuse(message: string): never {
  throw new SentibyteError('model', message);
}
