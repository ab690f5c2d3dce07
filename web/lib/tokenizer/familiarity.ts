import { isDigit, Kind, kindOf } from './characters.js';
import { COMMON_WORDS } from './common-words.js';
import type { Pieces } from './pieces.js';

/** What a piece says about how familiar the text is: `Common` words fill every English text, code signs are rare in prose. */
const Sort = { Other: 0, Word: 1, Common: 2, Number: 3, CodeSign: 4 } as const;

const CODE_SIGNS = '(){}[]<>=;_/\\|*+$%^~#&';
const HASH = 35;
const AT = 64;

// Chosen on prose of eleven kinds; docs/EXPLAIN.md says what they reach.
/** The share of common words that tells English beyond doubt, and what it counts. */
const ENOUGH_COMMON = 0.3;
const COMMON_COUNTS = 2;
/** The share of code signs that prose may have, and what more of them costs. */
const PROSE_SIGNS = 0.1;
const SIGNS_COST = 4;

/** Fewer words tell less, so that they must be the stranger to be refused; still fewer tell nothing. */
const ENOUGH_WORDS = 10;
const FEWEST_WORDS = 5;

/** By a vocabulary's ids, what `Familiarity` counts. */
export function sortsOf(pieces: readonly string[], continues: Uint8Array): Uint8Array {
  const common = new Set(COMMON_WORDS);
  return Uint8Array.from(pieces, (piece, id) => {
    if (continues[id] === 1) return Sort.Other;
    if (common.has(piece)) return Sort.Common;
    if (piece.length === 1 && CODE_SIGNS.includes(piece)) return Sort.CodeSign;
    const first = piece.codePointAt(0) ?? 0;
    if (isDigit(first)) return Sort.Number;
    return kindOf(first) === Kind.Word ? Sort.Word : Sort.Other;
  });
}

/** What is known of a vocabulary's pieces: by id what a piece counts as, and whether it goes on a word. */
interface KnownPieces {
  readonly sorts: Uint8Array;
  readonly continues: Uint8Array;
  readonly unknown: number;
  /** The coverage below which a text of ten words is of no language that the vocabulary knows. */
  readonly readable: number;
}

/**
 * Measures how familiar a text is to a vocabulary, from its pieces alone: the letters of words that are one piece, out of all
 * letters, and how common the words are. One step a piece, in no memory.
 */
export class Familiarity {
  #letters = 0;
  #wholeLetters = 0;
  #unknownLetters = 0;
  #words = 0;
  #commonWords = 0;
  #codeSigns = 0;
  #pieces = 0;
  /** The word in progress: its sort, its letters, and whether it is one piece so far. */
  #sort: number = Sort.Other;
  #length = 0;
  #isWhole = true;
  readonly #sorts: Uint8Array;
  readonly #continues: Uint8Array;
  readonly #unknown: number;
  readonly #readable: number;

  constructor({ sorts, continues, unknown, readable }: KnownPieces) {
    this.#sorts = sorts;
    this.#continues = continues;
    this.#unknown = unknown;
    this.#readable = readable;
  }

  begin(): void {
    this.#letters = this.#wholeLetters = this.#unknownLetters = 0;
    this.#words = this.#commonWords = this.#codeSigns = this.#pieces = 0;
    this.#sort = Sort.Other;
    this.#length = 0;
    this.#isWhole = true;
  }

  /** Adds the pieces from the one numbered `from` on. */
  add(text: string, { ids, starts, ends, length }: Pieces, from: number): void {
    this.#pieces += length - from;
    for (let i = from; i < length; ++i) {
      const id = ids[i]!;
      const size = ends[i]! - starts[i]!;
      if (this.#continues[id] === 1) {
        this.#length += size;
        this.#isWhole = false;
        continue;
      }
      this.#endWord();
      if (isTag(text, starts[i]!)) continue;
      if (id === this.#unknown) this.#addUnknown(text.codePointAt(starts[i]!) ?? 0, size);
      else {
        this.#sort = this.#sorts[id]!;
        this.#length = size;
        if (this.#sort === Sort.CodeSign) ++this.#codeSigns;
      }
    }
  }

  /** How familiar the text is, from 0 to 1; for one without letters 1, unless it is unknown or nothing. */
  get coverage(): number {
    this.#endWord();
    if (this.#words === 0) return this.#pieces > 0 && this.#unknownLetters === 0 ? 1 : 0;
    const common = Math.min(ENOUGH_COMMON, this.#commonWords / this.#words);
    const signs = Math.max(0, this.#codeSigns / this.#pieces - PROSE_SIGNS);
    const familiar = this.#wholeLetters / this.#letters + COMMON_COUNTS * common - SIGNS_COST * signs;
    return Math.max(0, Math.min(1, familiar));
  }

  /** Whether the text is of a kind that the vocabulary was made for, as far as it tells. */
  get isReadable(): boolean {
    const { coverage } = this;
    const words = this.#words;
    if (2 * this.#unknownLetters > this.#letters) return false;
    if (words < FEWEST_WORDS) return true;
    return coverage >= this.#readable * Math.min(1, words / ENOUGH_WORDS);
  }

  /** An unknown may be a sign, which says nothing. */
  #addUnknown(first: number, size: number): void {
    const kind = kindOf(first);
    if (kind !== Kind.Word && kind !== Kind.Single) return;
    ++this.#words;
    this.#letters += size;
    this.#unknownLetters += size;
  }

  #endWord(): void {
    const sort = this.#sort;
    const length = this.#length;
    const isWhole = this.#isWhole;
    this.#sort = Sort.Other;
    this.#length = 0;
    this.#isWhole = true;
    const isWord = sort === Sort.Word || sort === Sort.Common;
    // A number alone is of any language; with letters on, it is as strange as any word in parts.
    if (!isWord && (sort !== Sort.Number || isWhole)) return;
    ++this.#words;
    this.#letters += length;
    if (!isWhole) return;
    this.#wholeLetters += length;
    if (sort === Sort.Common) ++this.#commonWords;
  }
}

/** Whether the word at `start` is a hashtag or an address: a name, which no vocabulary needs to know. */
function isTag(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return before === HASH || before === AT;
}
