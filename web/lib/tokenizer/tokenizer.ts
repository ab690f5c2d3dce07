import { Lexicon, type Vocabulary } from './lexicon.js';
import type { Pieces } from './pieces.js';
import { TextReader } from './reader.js';

/**
 * Text to pieces, as docs/TOKENIZER.md says. Linear in the text's length whatever the text; no regular expression, no
 * string made on the way.
 */
export class Tokenizer {
  /** By id: 1 where the piece goes on a word that an earlier one began. */
  readonly continues: Uint8Array;
  /** The piece of what is no other. */
  readonly unknown: number;
  readonly #lexicon: Lexicon;
  readonly #whole: TextReader;

  constructor(vocabulary: Vocabulary) {
    this.#lexicon = new Lexicon(vocabulary);
    this.continues = this.#lexicon.continues;
    this.unknown = this.#lexicon.unknown;
    this.#whole = this.reader();
  }

  /** All pieces of `text`; valid until the next call. For a text of any length there is `reader`. */
  encode(text: string): Pieces {
    this.#whole.begin(text);
    while (!this.#whole.advance());
    return this.#whole.pieces;
  }

  /**
   * Reads texts slice by slice, in memory of its own.
   * @param step characters of a slice, where a test wants other ones
   */
  reader(step?: number): TextReader {
    return new TextReader(this.#lexicon, step);
  }
}
