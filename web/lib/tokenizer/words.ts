import { isDigit, isLowerAscii } from './characters.js';
import type { Lexicon } from './lexicon.js';
import { NormalText } from './normal-text.js';
import type { Pieces } from './pieces.js';
import { NONE, ROOT } from './trie.js';

// docs/TOKENIZER.md section 4. Every look-up stops at the longest key, every loop moves on: linear in the word's length.

const APOSTROPHE = 0x27;
const LONGEST_WORD = 40;

/** More than any word of a text that fits in memory takes. */
const ALL_STEPS = 2 ** 31;

const enum Phase {
  /** Copies the word with its elongations cut. */
  Shorten,
  /** Takes suffixes off its end. */
  Strip,
  /** Reads what is left between apostrophes. */
  Parts,
  /** Appends the suffixes. */
  Suffixes,
  Done,
}

/** Turns one word of a normalised text into pieces; an endless one step by step, as `begin` and `advance`. */
export class WordReader {
  /** The word with its elongations cut. */
  readonly #shortened = new NormalText();
  /** Pieces that end the word, found from its end: id, and where its characters begin and end. */
  readonly #tail = new NormalText();
  readonly #greedyIds = new Uint16Array(LONGEST_WORD);
  readonly #greedyEnds = new Uint8Array(LONGEST_WORD);

  #phase = Phase.Done;
  /** The word as it stands in the text. */
  #whole = this.#shortened;
  #wholeAt = 0;
  #wholeEnd = 0;
  /** The word to be read: `[from, end)` without the suffixes that were taken off. */
  #word = this.#shortened;
  #from = 0;
  #end = 0;
  #apostrophes = 0;
  /** Where the loop over parts stands, and where the part that it is in begins. */
  #at = 0;
  readonly #lexicon: Lexicon;
  readonly #out: Pieces;

  constructor(lexicon: Lexicon, out: Pieces) {
    this.#lexicon = lexicon;
    this.#out = out;
  }

  /** Appends the pieces of the word at `[from, to)`, which is not empty. */
  read(text: NormalText, from: number, to: number): void {
    this.begin(text, from, to);
    while (!this.advance(ALL_STEPS));
  }

  /** The same in steps: call `advance` until it is true, and leave `[from, to)` as it is until then. */
  begin(text: NormalText, from: number, to: number): void {
    const shortened = this.#shortened;
    if (!isElongated(text, from, to)) {
      this.#take(text, from, to);
      return;
    }
    for (const kept of [2, 1]) {
      shortened.clear();
      const stop = shorten(text, from, to, kept, shortened, this.#lexicon.longestWord);
      if (stop === to && this.#isKnown(shortened)) {
        this.#take(shortened, 0, shortened.length);
        return;
      }
    }
    shortened.clear();
    this.#whole = text;
    this.#wholeAt = from;
    this.#wholeEnd = to;
    this.#phase = Phase.Shorten;
  }

  /** Goes on for about so many steps; true where the word is done. */
  advance(steps: number): boolean {
    if (this.#phase === Phase.Shorten) {
      const shortened = this.#shortened;
      this.#wholeAt = shorten(this.#whole, this.#wholeAt, this.#wholeEnd, 2, shortened, steps);
      if (this.#wholeAt < this.#wholeEnd) return false;
      this.#take(shortened, 0, shortened.length);
    }
    return (
      (this.#phase !== Phase.Strip || this.#strip(steps)) &&
      (this.#phase !== Phase.Parts || this.#readParts(steps)) &&
      (this.#phase !== Phase.Suffixes || this.#appendSuffixes(steps))
    );
  }

  /** Hands back what an endless word took. */
  release(): void {
    this.#shortened.clear();
    this.#tail.clear();
  }

  #take(word: NormalText, from: number, to: number): void {
    this.#word = word;
    this.#from = this.#at = from;
    this.#end = to;
    this.#apostrophes = 0;
    for (let i = from; i < to; ++i) if (word.codes[i] === APOSTROPHE) ++this.#apostrophes;
    if (this.#apostrophes === 0) {
      this.#readPart(word, from, to);
      this.#phase = Phase.Done;
    } else {
      this.#tail.clear();
      this.#phase = Phase.Strip;
    }
  }

  #isKnown({ codes, length }: NormalText): boolean {
    return this.#isRewrite(codes, 0, length) || this.#lexicon.pieces.get(codes, 0, length) !== NONE;
  }

  /** A word that is too long for it is not looked up: a chain of suffixes would ask once for each of them. */
  #isRewrite(codes: Uint32Array, from: number, to: number): boolean {
    const { longestRewrite, rewrites } = this.#lexicon;
    return to - from <= longestRewrite && rewrites.get(codes, from, to) !== NONE;
  }

  #strip(steps: number): boolean {
    const lexicon = this.#lexicon;
    const tail = this.#tail;
    const { codes, starts, ends } = this.#word;
    for (let i = 0; i < steps; ++i) {
      const from = this.#from;
      const end = this.#end;
      const isOpen = end > from && this.#apostrophes > 0 && !this.#isRewrite(codes, from, end);
      const length = isOpen ? suffixLength(codes, from, end) : 0;
      if (length === 0) {
        if (!isOpen && end > from) {
          this.#readPart(this.#word, from, end);
          this.#at = end;
        }
        this.#phase = isOpen ? Phase.Parts : Phase.Suffixes;
        return true;
      }
      const first = end - length;
      const id = codes[first] === APOSTROPHE ? lexicon.suffixes.get(codes[first + 1]!)! : lexicon.not;
      tail.push(id, starts[first]!, ends[end - 1]!);
      this.#end = first;
      --this.#apostrophes;
    }
    return false;
  }

  /** Every part between apostrophes on its own. */
  #readParts(steps: number): boolean {
    const word = this.#word;
    const end = this.#end;
    const stop = Math.min(end, this.#at + steps);
    let first = this.#from;
    for (let i = this.#at; i < stop; ++i) {
      if (word.codes[i] !== APOSTROPHE) continue;
      this.#readPart(word, first, i);
      first = i + 1;
    }
    this.#from = first;
    this.#at = stop;
    if (stop < end) return false;
    this.#readPart(word, first, end);
    this.#phase = Phase.Suffixes;
    return true;
  }

  #appendSuffixes(steps: number): boolean {
    const out = this.#out;
    const tail = this.#tail;
    for (let i = 0; tail.length > 0; ++i) {
      if (i === steps) return false;
      const last = --tail.length;
      out.push(tail.codes[last]!, tail.starts[last]!, tail.ends[last]!);
    }
    this.#phase = Phase.Done;
    return true;
  }

  #readPart(word: NormalText, from: number, to: number): void {
    if (from === to) return;
    const lexicon = this.#lexicon;
    const out = this.#out;
    const { codes, starts, ends } = word;
    const start = starts[from]!;
    const end = ends[to - 1]!;
    const rewrite = to - from <= lexicon.longestRewrite ? lexicon.rewrites.get(codes, from, to) : NONE;
    if (rewrite !== NONE) {
      for (const id of lexicon.rewritten[rewrite]!) out.push(id, start, end);
    } else if (to - from >= 3 && isNumber(codes, from, to)) {
      out.push(lexicon.number, start, end);
    } else {
      this.#readGreedily(word, from, to);
    }
  }

  /** The longest piece that begins the word, then the longest that goes on, or one unknown for the whole of it. */
  #readGreedily(word: NormalText, from: number, to: number): void {
    const { codes, starts, ends } = word;
    const lexicon = this.#lexicon;
    const out = this.#out;
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

/**
 * Appends `[from, to)` to `out` with each such run cut to `kept` letters; the last of them stands for the rest. Stops after a
 * run that takes it past `most` characters, and returns where.
 */
function shorten(
  text: NormalText,
  from: number,
  to: number,
  kept: number,
  out: NormalText,
  most: number,
): number {
  const { codes, starts, ends } = text;
  const limit = out.length + most;
  let first = from;
  while (first < to && out.length <= limit) {
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
  return first;
}
