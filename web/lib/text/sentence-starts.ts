import type { Pieces } from '../tokenizer/pieces.js';
import { SentenceReader, type Span } from './sentences.js';

/** UTF-16 units that one step looks at: about two milliseconds' work. */
const STEP = 1 << 14;

/** Finds, of the pieces of a text that come slice by slice, those that begin a sentence. */
export class SentenceStarts {
  /** Indices in the slice looked at last, ascending. A text's first piece is not among them. */
  readonly found: number[] = [];
  readonly #sentences: SentenceReader;
  readonly #begun: Span[] = [];
  #isFirst = true;

  constructor(text: string) {
    this.#sentences = new SentenceReader(text);
  }

  /** Looks at a slice; yields between steps. */
  *lookAt({ starts, length }: Pieces): Generator<undefined, void> {
    const { found } = this;
    const begun = this.#begun;
    const sentences = this.#sentences;
    found.length = 0;
    if (length === 0) return;
    const last = starts[length - 1]!;
    while (sentences.at <= last) {
      sentences.read(Math.min(last + 1, sentences.at + STEP), begun);
      yield;
    }
    let next = 0;
    for (let i = 0; i < length && next < begun.length; ++i) {
      const before = next;
      while (next < begun.length && begun[next]!.start <= starts[i]!) ++next;
      if (next > before && !(this.#isFirst && i === 0)) found.push(i);
    }
    this.#isFirst = false;
    begun.splice(0, next);
  }
}
