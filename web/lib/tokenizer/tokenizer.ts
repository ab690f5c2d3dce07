import { isDigit, isLowerAscii, Kind, kindOf } from './characters.js';
import { type Face, Lexicon, type Vocabulary } from './lexicon.js';
import { NormalText } from './normal-text.js';
import { normalise } from './normalise.js';
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

/**
 * Text to pieces, as docs/TOKENIZER.md says. Linear in the text's length whatever the text; no regular expression, no
 * string made on the way.
 */
export class Tokenizer {
  /** By id: 1 where the piece goes on a word that an earlier one began. */
  readonly continues: Uint8Array;
  readonly #lexicon: Lexicon;
  readonly #words: WordReader;
  readonly #normal = new NormalText();
  readonly #pieces: Pieces;

  constructor(vocabulary: Vocabulary) {
    this.#lexicon = new Lexicon(vocabulary);
    this.continues = this.#lexicon.continues;
    this.#words = new WordReader(this.#lexicon);
    this.#pieces = new Pieces(vocabulary.unknown);
  }

  /** The pieces of `text`; valid until the next call. */
  encode(text: string): Pieces {
    const normal = this.#normal;
    const pieces = this.#pieces;
    pieces.clear();
    normalise(text, normal);
    for (let at = 0; at < normal.length;) at = this.#readOne(at);
    return pieces;
  }

  /** Section 3: reads what begins at `at`, by the first rule that fits, and returns where the next begins. */
  #readOne(at: number): number {
    const { codes } = this.#normal;
    const code = codes[at]!;
    const kind = kindOf(code);
    if (kind === Kind.Space) return at + 1;
    const afterWord = at > 0 && kindOf(codes[at - 1]!) === Kind.Word;

    if (!afterWord && this.#beginsAddress(at)) return this.#skipToSpace(at);
    if (code === AT && !afterWord && this.#isHandleCharacter(at + 1)) {
      let end = at + 2;
      while (this.#isHandleCharacter(end)) ++end;
      return end;
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
    this.#pieces.push(id, this.#normal.starts[from]!, this.#normal.ends[to - 1]!);
  }

  #symbol(code: number): number {
    const { pieces, unknown } = this.#lexicon;
    const id = pieces.valueAt(pieces.child(ROOT, code));
    return id === NONE ? unknown : id;
  }

  #isWordAt(at: number): boolean {
    return at < this.#normal.length && kindOf(this.#normal.codes[at]!) === Kind.Word;
  }

  #hasAt(at: number, expected: readonly number[]): boolean {
    const { codes, length } = this.#normal;
    if (at + expected.length > length) return false;
    for (let i = 0; i < expected.length; ++i) if (codes[at + i] !== expected[i]) return false;
    return true;
  }

  #beginsAddress(at: number): boolean {
    return this.#hasAt(at, HTTP) || this.#hasAt(at, HTTPS) || this.#hasAt(at, WWW);
  }

  #skipToSpace(at: number): number {
    const { codes, length } = this.#normal;
    let end = at;
    while (end < length && codes[end] !== 0x20) ++end;
    return end;
  }

  #isHandleCharacter(at: number): boolean {
    if (at >= this.#normal.length) return false;
    const code = this.#normal.codes[at]!;
    return isLowerAscii(code) || isDigit(code) || code === 0x5f;
  }

  /** The longest emoticon of the table at `at` whose neighbours allow it. */
  #faceAt(at: number, kind: Kind, afterWord: boolean): Face | undefined {
    const { codes, length } = this.#normal;
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
    const { codes, length } = this.#normal;
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
    let end = at + 1;
    for (;;) {
      while (this.#isWordAt(end)) ++end;
      if (end < this.#normal.length && codes[end] === APOSTROPHE && this.#isWordAt(end + 1)) end += 2;
      else break;
    }
    this.#words.read(this.#normal, at, end, this.#pieces);
    return end;
  }

  /** A run of one same symbol. */
  #readRun(at: number, code: number): number {
    const { codes, length } = this.#normal;
    let end = at + 1;
    while (end < length && codes[end] === code) ++end;
    if (end - at >= 2 && code === FULL_STOP) {
      this.#push(this.#lexicon.ellipsis, at, end);
    } else if (end - at >= 2 && isEmphatic(code)) {
      this.#push(this.#symbol(code), at, at + 1);
      this.#push(this.#symbol(code), at + 1, end);
    } else {
      this.#push(this.#symbol(code), at, end);
    }
    return end;
  }
}

/** Twice or more says more than once: `!`, `?`, arrows, hearts, pictographs. */
function isEmphatic(code: number): boolean {
  return code === 0x21 || code === 0x3f || code >= 0x2190;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}
