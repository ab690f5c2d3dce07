import { isDigit, isLowerAscii, Kind, kindOf } from './characters.js';
import { Familiarity } from './familiarity.js';
import type { Face, Lexicon } from './lexicon.js';
import type { NormalText } from './normal-text.js';
import { Normaliser } from './normalise.js';
import { Pieces } from './pieces.js';
import { NONE, ROOT } from './trie.js';
import { WordReader } from './words.js';

const APOSTROPHE = 0x27;
const FULL_STOP = 0x2e;
const HASH = 0x23;
const AT = 0x40;

const HTTP = codesOf('http://');
const HTTPS = codesOf('https://');
const WWW = codesOf('www.');

/** Characters that are read in one step: about a millisecond's work. Of a longer word only a part is. */
const STEP = 1 << 14;
/** What begins at a character cannot be told yet: too little of what follows has been read. */
const WAIT = -1;

/** A token without end that the reader is in, past what decides its pieces. */
const enum Inside {
  None,
  Address,
  Handle,
  /** Of the symbol before. */
  Run,
}

/**
 * Reads a text slice by slice (docs/TOKENIZER.md sections 3 and 4): the same pieces as at once, in memory for a slice. A
 * window of normalised text slides over it, and a token is read once all that decides about it lies in the window. Only a
 * word is needed whole: the longest one is what the memory grows with.
 */
export class TextReader {
  /** Of the slice; whoever takes them clears them. */
  readonly pieces: Pieces;
  /** How familiar what is read of the text is. */
  readonly familiarity: Familiarity;
  #text = '';
  readonly #normaliser: Normaliser;
  readonly #normal: NormalText;
  readonly #words: WordReader;
  /** Characters from a token's first on that decide what it is, but for those that only go on. */
  readonly #lookAhead: number;
  /** The first character that is not read. */
  #at = 0;
  #inside = Inside.None;
  /** One past the characters from `at` on that are known to be one word; 0 where it does not begin one. */
  #wordSoFar = 0;
  /** The word at `at` is being read. */
  #inWord = false;
  readonly #lexicon: Lexicon;
  readonly #step: number;

  constructor(lexicon: Lexicon, step = STEP) {
    this.#lexicon = lexicon;
    this.#step = step;

    this.#normaliser = new Normaliser(step);
    this.#normal = this.#normaliser.out;
    this.pieces = new Pieces(lexicon.unknown);
    this.familiarity = new Familiarity(lexicon);
    this.#words = new WordReader(lexicon, this.pieces);
    // An emoticon and the character after it.
    this.#lookAhead = Math.max(HTTPS.length, lexicon.longestFace) + 1;
  }

  /** Makes ready to read `text`; what a huge text before it took is handed back. */
  begin(text: string): void {
    this.#text = text;
    this.familiarity.begin();
    this.pieces.begin();
    this.#normaliser.begin(text);
    this.#at = this.#wordSoFar = 0;
    this.#inside = Inside.None;
    this.#inWord = false;
  }

  /** UTF-16 units of the text that were looked at. */
  get unitsRead(): number {
    return this.#normaliser.at;
  }

  /** Reads a slice and appends its pieces, in a few milliseconds at most. True where the text is read to its end. */
  advance(): boolean {
    const from = this.pieces.length;
    const isDone = this.#readOn();
    this.familiarity.add(this.#text, this.pieces, from);
    if (isDone) this.#text = '';
    return isDone;
  }

  #readOn(): boolean {
    if (this.#inWord) {
      if (!this.#words.advance(this.#step)) return false;
      this.#inWord = false;
      this.#at = this.#wordSoFar;
      this.#wordSoFar = 0;
    } else {
      this.#slide();
      this.#normaliser.advance();
    }
    this.#readWindow();
    if (!this.#normaliser.isDone || this.#at < this.#normaliser.ready) return false;
    this.#normaliser.release();
    this.#words.release();
    this.#at = 0;
    return true;
  }

  /** Drops what was read, but for the last character, where that is at least half: moving the rest up costs no more. */
  #slide(): void {
    const count = this.#at - 1;
    if (count <= 0 || 2 * count < this.#normal.length) return;
    this.#normaliser.drop(count);
    this.#at -= count;
    if (this.#wordSoFar > 0) this.#wordSoFar -= count;
  }

  #readWindow(): void {
    const normaliser = this.#normaliser;
    const end = normaliser.isDone ? normaliser.ready : normaliser.ready - this.#lookAhead;
    if (this.#inside !== Inside.None) this.#at = this.#endOfInside(this.#at);
    while (this.#at < end) {
      const next = this.#wordSoFar > 0 ? this.#readWord(this.#at) : this.#readOne(this.#at);
      if (next === WAIT) return;
      this.#at = next;
    }
  }

  /** One past the token that the reader is in; what goes on beyond the window is left for the next. */
  #endOfInside(at: number): number {
    const { codes } = this.#normal;
    const { ready, isDone } = this.#normaliser;
    let end = at;
    switch (this.#inside) {
      case Inside.Address:
        while (end < ready && codes[end] !== 0x20) ++end;
        break;
      case Inside.Handle:
        while (this.#isHandleCharacter(end)) ++end;
        break;
      default:
        while (end < ready && codes[end] === codes[at - 1]) ++end;
        if (end > at) this.pieces.extend(this.#normal.ends[end - 1]!);
    }
    if (end < ready || isDone) this.#inside = Inside.None;
    return end;
  }

  /** Section 3: reads what begins at `at`, by the first rule that fits, and returns where the next begins. */
  #readOne(at: number): number {
    const { codes } = this.#normal;
    const code = codes[at]!;
    const kind = kindOf(code);
    if (kind === Kind.Space) return at + 1;
    const afterWord = at > 0 && kindOf(codes[at - 1]!) === Kind.Word;

    if (!afterWord && this.#beginsAddress(at)) return this.#goInside(Inside.Address, at + 1);
    if (code === AT && !afterWord && this.#isHandleCharacter(at + 1)) {
      return this.#goInside(Inside.Handle, at + 2);
    }
    if (code === HASH && this.#isWordAt(at + 1)) return at + 1;

    const face = this.#faceAt(at, kind, afterWord);
    if (face !== undefined) {
      for (const id of face.ids) this.#push(id, at, at + face.length);
      return at + face.length;
    }
    if (code === APOSTROPHE) {
      const end = this.#endOfSuffix(at);
      if (end !== at) {
        this.#push(this.#lexicon.suffixes.get(codes[at + 1]!)!, at, end);
        return end;
      }
    }
    switch (kind) {
      case Kind.Word:
        return this.#readWord(at);
      case Kind.Single:
        this.#push(this.#symbol(code), at, at + 1);
        return at + 1;
      default:
        return this.#readRun(at, code);
    }
  }

  #push(id: number, from: number, to: number): void {
    this.pieces.push(id, this.#normal.starts[from]!, this.#normal.ends[to - 1]!);
  }

  #symbol(code: number): number {
    const { pieces, unknown } = this.#lexicon;
    const id = pieces.valueAt(pieces.child(ROOT, code));
    return id === NONE ? unknown : id;
  }

  #isWordAt(at: number): boolean {
    return at < this.#normaliser.ready && kindOf(this.#normal.codes[at]!) === Kind.Word;
  }

  #hasAt(at: number, expected: readonly number[]): boolean {
    const { codes } = this.#normal;
    const length = this.#normaliser.ready;
    if (at + expected.length > length) return false;
    for (let i = 0; i < expected.length; ++i) if (codes[at + i] !== expected[i]) return false;
    return true;
  }

  #beginsAddress(at: number): boolean {
    return this.#hasAt(at, HTTP) || this.#hasAt(at, HTTPS) || this.#hasAt(at, WWW);
  }

  #goInside(inside: Inside, at: number): number {
    this.#inside = inside;
    return this.#endOfInside(at);
  }

  #isHandleCharacter(at: number): boolean {
    if (at >= this.#normaliser.ready) return false;
    const code = this.#normal.codes[at]!;
    return isLowerAscii(code) || isDigit(code) || code === 0x5f;
  }

  /** The longest emoticon of the table at `at` whose neighbours allow it. */
  #faceAt(at: number, kind: Kind, afterWord: boolean): Face | undefined {
    const { codes } = this.#normal;
    const length = this.#normaliser.ready;
    const { faceTrie, faces } = this.#lexicon;
    let node = faceTrie.child(ROOT, codes[at]!);
    if (node === NONE) return undefined;
    if (kind === Kind.Word ? afterWord : at > 0 && isDigit(codes[at - 1]!)) return undefined;
    let longest: Face | undefined;
    for (let i = at + 1; node !== NONE; ++i) {
      const value = faceTrie.valueAt(node);
      if (value !== NONE) {
        const face = faces[value]!;
        if (!face.endsInWord || !this.#isWordAt(i)) longest = face;
      }
      if (i >= length) break;
      node = faceTrie.child(node, codes[i]!);
    }
    return longest;
  }

  /** One past the `'s 're 've 'll 'd 'm` that stands alone at `at`; `at` where none does. */
  #endOfSuffix(at: number): number {
    const { codes } = this.#normal;
    const length = this.#normaliser.ready;
    if (at > 0 && codes[at - 1] !== 0x20) return at;
    if (at + 1 >= length) return at;
    const first = codes[at + 1]!;
    const second = at + 2 < length ? codes[at + 2]! : 0;
    let end = at;
    if (first === 0x73 || first === 0x64 || first === 0x6d) end = at + 2;
    else if ((first === 0x72 || first === 0x76) && second === 0x65) end = at + 3;
    else if (first === 0x6c && second === 0x6c) end = at + 3;
    return end !== at && this.#isWordAt(end) ? at : end;
  }

  #readWord(at: number): number {
    const { codes } = this.#normal;
    const { ready, isDone } = this.#normaliser;
    let end = Math.max(at + 1, this.#wordSoFar);
    for (;;) {
      while (this.#isWordAt(end)) ++end;
      if (end < ready && codes[end] === APOSTROPHE && this.#isWordAt(end + 1)) end += 2;
      else break;
    }
    this.#wordSoFar = end;
    if (!isDone && end + 2 > ready) return WAIT;
    if (end - at > this.#step) {
      this.#words.begin(this.#normal, at, end);
      this.#inWord = true;
      return WAIT;
    }
    this.#wordSoFar = 0;
    this.#words.read(this.#normal, at, end);
    return end;
  }

  /** A run of one same symbol. */
  #readRun(at: number, code: number): number {
    const id = code === FULL_STOP ? this.#lexicon.ellipsis : this.#symbol(code);
    const isLong = at + 1 < this.#normaliser.ready && this.#normal.codes[at + 1] === code;
    if (!isLong) {
      this.#push(this.#symbol(code), at, at + 1);
      return at + 1;
    }
    this.#push(id, at, at + 1);
    if (isEmphatic(code)) this.#push(id, at + 1, at + 2);
    return this.#goInside(Inside.Run, at + 1);
  }
}

/** Twice or more says more than once: `!`, `?`, arrows, hearts, pictographs. */
function isEmphatic(code: number): boolean {
  return code === 0x21 || code === 0x3f || code >= 0x2190;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}
