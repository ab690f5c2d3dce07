import { ByteBuffer, Encoding } from 'flatbuffers';
import { SentibyteError } from '../errors.js';
import type { Rewrite } from '../generated/sentibyte/format/rewrite.js';
import { Tokenizer } from '../generated/sentibyte/format/tokenizer.js';
import { TOKENIZER_SLOT } from '../generated/slots.js';
import { decodePieces } from './front-code.js';
import type { Vocabulary } from './lexicon.js';

/** docs/TOKENIZER.md describes this one. */
const ALGORITHM = 1;
/** Ids travel as 16 bits. */
const MOST_PIECES = 65536;
// As engine/format/check_tokenizer.cc has them: with these bounds reading a text is linear in its length, whatever the
// vocabulary. In bytes of UTF-8.
const LONGEST_WORD = 128;
const LONGEST_EMOTICON = 32;
const LONGEST_TARGET = 255;
const MOST_TARGETS = 16;
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
  const tokenizer = tokenizerOf(new ByteBuffer(blob));
  if (tokenizer === null) refuse('tokenizer: the model has none, so it cannot read text');
  if (tokenizer.algorithm() !== ALGORITHM) {
    refuse(`tokenizer.algorithm: ${tokenizer.algorithm()} is not known to this version of sentibyte`);
  }
  const count = tokenizer.pieceCount();
  if (count > MOST_PIECES) refuse(`tokenizer.piece_count: ${count} is over ${MOST_PIECES}`);
  const unknown = tokenizer.unknown();
  if (unknown >= count) refuse(`tokenizer.unknown: id ${unknown} of ${count}`);

  const budget = new Budget(Math.min(MOST_TEXT_A_BYTE * blob.length, MOST_TEXT));
  const words = new Rewrites('words', LONGEST_WORD, budget);
  const emoticons = new Rewrites('emoticons', LONGEST_EMOTICON, budget);
  return {
    pieces: decodePieces(tokenizer.piecesArray() ?? new Uint8Array(), count, (bytes) => {
      budget.charge(bytes);
    }),
    unknown,
    readable: tokenizer.readable(),
    words: words.read(tokenizer.wordsLength(), (index) => tokenizer.words(index)),
    emoticons: emoticons.read(tokenizer.emoticonsLength(), (index) => tokenizer.emoticons(index)),
  };
}

/** The generated class of the whole model would bring those of every layer along, for this one field. */
function tokenizerOf(blob: ByteBuffer): Tokenizer | null {
  const root = blob.position() + blob.readInt32(blob.position());
  const offset = blob.__offset(root, TOKENIZER_SLOT);
  return offset === 0 ? null : new Tokenizer().__init(blob.__indirect(root + offset), blob);
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

  read(count: number, at: (index: number) => Rewrite | null): [string, string][] {
    const found: [string, string][] = [];
    for (let index = 0; index < count; ++index) {
      const rewrite = at(index);
      const from = this.#text(rewrite?.from(Encoding.UTF8_BYTES), this.#longest, index, 'from');
      const to = this.#text(rewrite?.to(Encoding.UTF8_BYTES), LONGEST_TARGET, index, 'to');
      if (from === '') refuse(`tokenizer.${this.#list}[${index}].from: empty`);
      if (to.split(' ').length > MOST_TARGETS) {
        refuse(`tokenizer.${this.#list}[${index}].to: more than ${MOST_TARGETS} pieces`);
      }
      found.push([from, to]);
    }
    return found;
  }

  #text(
    bytes: Uint8Array | string | null | undefined,
    longest: number,
    index: number,
    field: string,
  ): string {
    if (!(bytes instanceof Uint8Array)) refuse(`tokenizer.${this.#list}[${index}].${field}: missing`);
    if (bytes.length > longest) {
      refuse(`tokenizer.${this.#list}[${index}].${field}: ${bytes.length} bytes, more than ${longest}`);
    }
    this.#budget.charge(bytes.length);
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return refuse(`tokenizer.${this.#list}[${index}].${field}: not UTF-8`);
    }
  }
}

function refuse(message: string): never {
  throw new SentibyteError('model', message);
}
