import { Kind, kindOf } from './characters.js';
import { sortsOf } from './familiarity.js';
import { NONE, ROOT, Trie, type TrieNode } from './trie.js';

/** What varies between models: the content of the blob's `Tokenizer` table. */
export interface Vocabulary {
  /** An id each in order. */
  pieces: readonly string[];
  unknown: number;
  /** The coverage below which a text of ten words is of no language that the model knows, 0 to 1. */
  readable: number;
  /** Whole normalised words to pieces separated by spaces. */
  words: readonly (readonly [from: string, to: string])[];
  emoticons: readonly (readonly [from: string, to: string])[];
}

/** A text that stands for other pieces than its own. */
export interface Face {
  ids: Uint16Array;
  /** Code points. */
  length: number;
  /** Ends with a letter or digit, so that none may follow. */
  endsInWord: boolean;
}

/** About how many a vocabulary of English words needs. */
const NODES_A_PIECE = 3;

/** A vocabulary made ready for reading text: everything that the rules look up, as ids and tries. */
export class Lexicon {
  readonly pieces: Trie;
  /** Where pieces that go on a word hang, below `##`; NONE where the vocabulary has none. */
  readonly continuations: TrieNode;
  readonly unknown: number;
  readonly readable: number;
  readonly number: number;
  readonly not: number;
  readonly ellipsis: number;
  /** Ids of `'s 're 've 'll 'd 'm`, by the letter after the apostrophe. */
  readonly suffixes: ReadonlyMap<number, number>;
  /** Values index `rewritten`. */
  readonly rewrites = new Trie();
  readonly rewritten: readonly Uint16Array[];
  /** Values index `faces`. */
  readonly faceTrie = new Trie();
  readonly faces: readonly Face[];
  /** By id: 1 where the piece goes on a word. */
  readonly continues: Uint8Array;
  /** By id: what it says about how familiar a text is. */
  readonly sorts: Uint8Array;
  /** Code points of the longest word that is rewritten, and of the longest that is that or a piece. */
  readonly longestRewrite: number;
  readonly longestWord: number;
  /** Code points of the longest emoticon. */
  readonly longestFace: number;

  constructor(vocabulary: Vocabulary) {
    const { pieces } = vocabulary;
    this.pieces = new Trie(NODES_A_PIECE * pieces.length);
    this.unknown = vocabulary.unknown;
    this.readable = vocabulary.readable;
    this.continues = new Uint8Array(pieces.length);
    pieces.forEach((piece, id) => {
      this.pieces.set(piece, id);
      if (piece.startsWith('##') && piece.length > 2) this.continues[id] = 1;
    });
    this.sorts = sortsOf(pieces, this.continues);
    this.continuations = this.pieces.child(this.pieces.child(ROOT, 0x23), 0x23);
    this.number = this.#idOf('<num>');
    this.not = this.#idOf('not');
    this.ellipsis = this.#idOf('...');
    this.suffixes = new Map(
      ["'s", "'re", "'ve", "'ll", "'d", "'m"].map((suffix) => [suffix.charCodeAt(1), this.#idOf(suffix)]),
    );
    this.rewritten = vocabulary.words.map(([from, to], index) => {
      this.rewrites.set(from, index);
      return this.#idsOf(to);
    });
    this.faces = vocabulary.emoticons.map(([from, to], index) => {
      this.faceTrie.set(from, index);
      const codes = Array.from(from, (character) => character.codePointAt(0) ?? 0);
      const last = codes.at(-1) ?? 0;
      return { ids: this.#idsOf(to), length: codes.length, endsInWord: kindOf(last) === Kind.Word };
    });
    this.longestRewrite = this.rewrites.depth;
    this.longestWord = Math.max(this.rewrites.depth, this.pieces.depth);
    this.longestFace = this.faceTrie.depth;
  }

  #idOf(piece: string): number {
    const id = this.pieces.getString(piece);
    return id === NONE ? this.unknown : id;
  }

  #idsOf(pieces: string): Uint16Array {
    return Uint16Array.from(pieces.split(' '), (piece) => this.#idOf(piece));
  }
}
