import { isDigit, isLowerAscii } from './characters.js';
import type { Lexicon } from './lexicon.js';
import { NormalText } from './normal-text.js';
import type { Pieces } from './pieces.js';
import { NONE, ROOT } from './trie.js';

// docs/TOKENIZER.md section 4. Every look-up stops at the longest key, every loop moves on: linear in the word's length.

const APOSTROPHE = 0x27;
const LONGEST_WORD = 40;

/** Turns one word of a normalised text into pieces. */
export class WordReader {
  /** The word with its elongations cut. */
  readonly #lexicon: Lexicon;
  readonly #shortened = new NormalText();
  /** Pieces that end the word, found from its end: id and first character, in turns. */
  readonly #tail: number[] = [];
  readonly #greedyIds = new Uint16Array(LONGEST_WORD);
  readonly #greedyEnds = new Uint8Array(LONGEST_WORD);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Appends the pieces of the word at `[from, to)`, which is not empty. */
  read(text: NormalText, from: number, to: number, out: Pieces): void {
    if (!isElongated(text, from, to)) {
      this.#readShort(text, from, to, out);
      return;
    }
    const shortened = this.#shortened;
    shorten(text, from, to, 2, shortened);
    if (!this.#isKnown(shortened)) {
      shorten(text, from, to, 1, shortened);
      if (!this.#isKnown(shortened)) shorten(text, from, to, 2, shortened);
    }
    this.#readShort(shortened, 0, shortened.length, out);
  }

  #isKnown({ codes, length }: NormalText): boolean {
    const { rewrites, pieces } = this.#lexicon;
    return rewrites.get(codes, 0, length) !== NONE || pieces.get(codes, 0, length) !== NONE;
  }

  #readShort(word: NormalText, from: number, to: number, out: Pieces): void {
    const lexicon = this.#lexicon;
    const tail = this.#tail;
    const { codes, starts, ends } = word;
    tail.length = 0;
    let apostrophes = 0;
    for (let i = from; i < to; ++i) if (codes[i] === APOSTROPHE) ++apostrophes;

    let end = to;
    while (end > from && apostrophes > 0 && lexicon.rewrites.get(codes, from, end) === NONE) {
      const length = suffixLength(codes, from, end);
      if (length === 0) break;
      end -= length;
      --apostrophes;
      const isNegation = codes[end] !== APOSTROPHE;
      tail.push(isNegation ? lexicon.not : lexicon.suffixes.get(codes[end + 1]!)!, end);
    }
    if (apostrophes > 0 && lexicon.rewrites.get(codes, from, end) === NONE) {
      this.#readParts(word, from, end, out);
    } else {
      this.#readPart(word, from, end, out);
    }
    let first = end;
    for (let i = tail.length - 2; i >= 0; i -= 2) {
      const next = i >= 2 ? tail[i - 1]! : to;
      out.push(tail[i]!, starts[first]!, ends[next - 1]!);
      first = next;
    }
  }

  /** Every part between apostrophes on its own. */
  #readParts(word: NormalText, from: number, to: number, out: Pieces): void {
    let first = from;
    for (let i = from; i <= to; ++i) {
      if (i < to && word.codes[i] !== APOSTROPHE) continue;
      this.#readPart(word, first, i, out);
      first = i + 1;
    }
  }

  #readPart(word: NormalText, from: number, to: number, out: Pieces): void {
    if (from === to) return;
    const lexicon = this.#lexicon;
    const { codes, starts, ends } = word;
    const start = starts[from]!;
    const end = ends[to - 1]!;
    const rewrite = lexicon.rewrites.get(codes, from, to);
    if (rewrite !== NONE) {
      for (const id of lexicon.rewritten[rewrite]!) out.push(id, start, end);
    } else if (to - from >= 3 && isNumber(codes, from, to)) {
      out.push(lexicon.number, start, end);
    } else {
      this.#readGreedily(word, from, to, out);
    }
  }

  /** The longest piece that begins the word, then the longest that goes on, or one unknown for the whole of it. */
  #readGreedily(word: NormalText, from: number, to: number, out: Pieces): void {
    const { codes, starts, ends } = word;
    const lexicon = this.#lexicon;
    const greedyIds = this.#greedyIds;
    const greedyEnds = this.#greedyEnds;
    let count = 0;
    let at = from;
    if (to - from <= LONGEST_WORD) {
      while (at < to) {
        let node = at === from ? ROOT : lexicon.continuations;
        let best = NONE;
        let bestEnd = at;
        for (let i = at; i < to;) {
          node = lexicon.pieces.child(node, codes[i]!);
          if (node === NONE) break;
          ++i;
          const id = lexicon.pieces.valueAt(node);
          if (id !== NONE) {
            best = id;
            bestEnd = i;
          }
        }
        if (best === NONE) break;
        greedyIds[count] = best;
        greedyEnds[count] = bestEnd - from;
        ++count;
        at = bestEnd;
      }
    }
    if (at < to) {
      out.push(lexicon.unknown, starts[from]!, ends[to - 1]!);
      return;
    }
    let first = from;
    for (let i = 0; i < count; ++i) {
      const next = from + greedyEnds[i]!;
      out.push(greedyIds[i]!, starts[first]!, ends[next - 1]!);
      first = next;
    }
  }
}

/** How many characters the `n't` or `'s 're 've 'll 'd 'm` takes that ends `codes[from, end)`; 0 where none does. */
function suffixLength(codes: Uint32Array, from: number, end: number): number {
  const last = codes[end - 1]!;
  if (end - from >= 2 && codes[end - 2] === APOSTROPHE) {
    if (last === 0x74 && end - from >= 3 && codes[end - 3] === 0x6e) return 3;
    return last === 0x73 || last === 0x64 || last === 0x6d ? 2 : 0;
  }
  if (end - from >= 3 && codes[end - 3] === APOSTROPHE) {
    const first = codes[end - 2];
    const fits = (last === 0x65 && (first === 0x72 || first === 0x76)) || (last === 0x6c && first === 0x6c);
    return fits ? 3 : 0;
  }
  return 0;
}

function isNumber(codes: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; ++i) if (!isDigit(codes[i]!)) return false;
  return true;
}

/** Whether a letter of a-z stands three times or more in a row. */
function isElongated({ codes }: NormalText, from: number, to: number): boolean {
  for (let i = from + 2; i < to; ++i) {
    const code = codes[i]!;
    if (code === codes[i - 1] && code === codes[i - 2] && isLowerAscii(code)) return true;
  }
  return false;
}

/** Copies `[from, to)` to `out` with each such run cut to `kept` letters; the last of them stands for the rest. */
function shorten(text: NormalText, from: number, to: number, kept: number, out: NormalText): void {
  const { codes, starts, ends } = text;
  out.clear();
  for (let first = from; first < to;) {
    const code = codes[first]!;
    let end = first + 1;
    while (end < to && codes[end] === code) ++end;
    const cut = end - first >= 3 && isLowerAscii(code) ? kept : end - first;
    for (let i = 0; i < cut; ++i) {
      const isLast = i === cut - 1;
      out.push(code, starts[first + i]!, ends[isLast ? end - 1 : first + i]!);
    }
    first = end;
  }
}
