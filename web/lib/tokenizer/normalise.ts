import { isDigit, isLowerAscii, isUpperAscii, Kind, kindOf } from './characters.js';
import { NormalText } from './normal-text.js';

// docs/TOKENIZER.md section 1. Most code points become one; the table remembers what each of them becomes.

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HASH = 0x23;
const UNDERSCORE = 0x5f;

const DROPPED = -1;
/** Becomes several code points: see `several`. */
const SEVERAL = -2;
const NOT_YET_KNOWN = -3;

const APOSTROPHES = [0x2018, 0x2019, 0x201b, 0x02bc, 0x2032, 0x60, 0xb4, 0xff07];
const QUOTES = [0x201c, 0x201d, 0x201e, 0xab, 0xbb];
const DASHES = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212];
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0x300, 0x36f],
];
const SPACES: readonly (readonly [number, number])[] = [
  [0, 0x20],
  [0x7f, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xd800, 0xdfff],
];
/** Mapped only since Unicode 14 and later, where browsers that run the engine know 13: they stay themselves. */
const TOO_NEW: readonly (readonly [number, number])[] = [
  [0x1c89, 0x1c89],
  [0x2c2f, 0x2c2f],
  [0xa7c0, 0xa7c0],
  [0xa7cb, 0xa7dc],
  [0xa7f1, 0xa7f4],
];

let basic: Int32Array | undefined;
const several = new Map<number, Uint32Array>();

function buildBasic(): Int32Array {
  const table = new Int32Array(0x10000).fill(NOT_YET_KNOWN);
  for (const [first, last] of SPACES) table.fill(SPACE, first, last + 1);
  for (const [first, last] of INVISIBLE) table.fill(DROPPED, first, last + 1);
  for (const [first, last] of TOO_NEW) for (let code = first; code <= last; ++code) table[code] = code;
  for (const code of APOSTROPHES) table[code] = APOSTROPHE;
  for (const code of QUOTES) table[code] = 0x22;
  for (const code of DASHES) table[code] = 0x2d;
  return table;
}

/** Works out what a code point without a fixed rule becomes: NFKD, lower case, marks dropped. */
function decompose(code: number): number {
  const result: number[] = [];
  for (const character of String.fromCodePoint(code).normalize('NFKD')) {
    for (const lowered of character.toLowerCase()) {
      const point = lowered.codePointAt(0)!;
      if (point < 0x300 || point > 0x36f) result.push(point);
    }
  }
  if (result.length === 0) return DROPPED;
  if (result.length === 1) return result[0]!;
  several.set(code, Uint32Array.from(result));
  return SEVERAL;
}

function mapped(table: Int32Array, code: number): number {
  if (code < 0x10000) {
    const known = table[code]!;
    return known === NOT_YET_KNOWN ? (table[code] = decompose(code)) : known;
  }
  // Letters of formulas, used for decoration: the only ones above the basic plane that are read as what they look like.
  if (code >= 0x1d400 && code <= 0x1d7ff) return decompose(code);
  const tone = code >= 0x1f3fb && code <= 0x1f3ff;
  const tag = code >= 0xe0000 && code <= 0xe007f;
  return tone || tag ? DROPPED : code;
}

function isTagUnit(unit: number): boolean {
  return isLowerAscii(unit) || isUpperAscii(unit) || isDigit(unit) || unit === UNDERSCORE;
}

/** A space is dropped or kept by the four characters that follow it: `n't` and what comes next. */
const NEGATION_AHEAD = 4;

/** Normalises a text step by step. Those who read it take from its front what they are done with. */
export class Normaliser {
  readonly out = new NormalText();
  /** Characters of `out` before this one will not change any more. */
  ready = 0;
  /** UTF-16 units of the text that were read. */
  at = 0;
  #text = '';
  #length = 0;
  #inTag = false;
  readonly #step: number;

  /** @param step units of text, or characters that come of them, that `advance` reads at most */
  constructor(step: number) {
    this.#step = step;
  }

  begin(text: string): void {
    this.#text = text;
    this.#length = text.length;
    this.out.clear();
    this.ready = this.at = 0;
    this.#inTag = false;
  }

  /** Whether the text has been read to its end; everything is ready then. */
  get isDone(): boolean {
    return this.at === this.#length;
  }

  /** Lets go of the text and what came of it. */
  release(): void {
    this.#text = '';
    this.out.clear();
    this.ready = 0;
  }

  /** Takes the first `count` characters, which are ready, out of `out`. */
  drop(count: number): void {
    this.out.remove(0, count);
    this.ready -= count;
  }

  advance(): void {
    const table = (basic ??= buildBasic());
    const { out } = this;
    const text = this.#text;
    const unitLimit = Math.min(text.length, this.at + this.#step);
    const lengthLimit = out.length + this.#step;
    let { at } = this;
    let inTag = this.#inTag;
    while (at < unitLimit && out.length < lengthLimit) {
      let code = text.charCodeAt(at);
      let end = at + 1;
      if (code >= 0xd800 && code <= 0xdbff && end < text.length) {
        const low = text.charCodeAt(end);
        if (low >= 0xdc00 && low <= 0xdfff) {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          ++end;
        }
      }
      if (code === HASH) {
        const first = text.charCodeAt(end);
        inTag = isLowerAscii(first) || isUpperAscii(first);
      } else if (inTag) {
        inTag = isTagUnit(code);
        if (code === UNDERSCORE) {
          out.push(SPACE, at, end);
          at = end;
          continue;
        }
        if (isUpperAscii(code)) {
          const before = text.charCodeAt(at - 1);
          if (isLowerAscii(before) || isDigit(before)) out.push(SPACE, at, at);
        }
      }
      const result = mapped(table, code);
      if (result >= 0) {
        out.push(result, at, end);
      } else if (result === SEVERAL) {
        const points = several.get(code)!;
        for (const point of points) out.push(point, at, end);
      } else if (out.length > 0 && out.codes[out.length - 1] !== SPACE) {
        // An accent, a variation selector, a skin tone: belongs to the character that it follows.
        out.ends[out.length - 1] = end;
      }
      at = end;
    }
    this.at = at;
    this.#inTag = inTag;
    this.#joinNegations();
  }

  /** `does n't` -> `doesn't`: drops the space, in place, as far as what follows is known. */
  #joinNegations(): void {
    const { out } = this;
    const { codes, starts, ends, length } = out;
    const limit = this.isDone ? length : Math.max(this.ready, length - NEGATION_AHEAD);
    let kept = this.ready;
    // What lies at `kept` and beyond is still as it was, so that looking one back from `i` reads the original.
    for (let i = kept; i < limit; ++i) {
      if (codes[i] === SPACE && i > 0 && isNegation(codes, i + 1, length) && isWord(codes, i - 1, length))
        continue;
      if (kept !== i) {
        codes[kept] = codes[i]!;
        starts[kept] = starts[i]!;
        ends[kept] = ends[i]!;
      }
      ++kept;
    }
    out.remove(kept, limit);
    this.ready = kept;
  }
}

function isNegation(codes: Uint32Array, at: number, length: number): boolean {
  return (
    at + 2 < length &&
    codes[at] === 0x6e &&
    codes[at + 1] === APOSTROPHE &&
    codes[at + 2] === 0x74 &&
    !isWord(codes, at + 3, length)
  );
}

function isWord(codes: Uint32Array, at: number, length: number): boolean {
  return at < length && kindOf(codes[at]!) === Kind.Word;
}
