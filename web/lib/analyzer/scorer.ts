import type { Engine } from '../engine/running.js';
import { splitSentences } from '../text/sentences.js';
import { packWindows, type PieceList } from '../text/windows.js';
import type { Pieces } from '../tokenizer/pieces.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import type { Sentiment } from '../types.js';
import { neutral, sentimentAt, WIDTH } from './sentiment.js';

/** Pieces that go to the engine in one run, unless one window alone has more: bounds its memory. */
const MOST_PIECES_A_RUN = 4096;
const MOST_WINDOWS_A_RUN = 64;

/**
 * Texts to sentiments over one engine. A text that the model can see at once is one window; a longer one is judged in
 * windows of whole sentences, whose values are averaged by their number of pieces. No piece is left out.
 */
export class Scorer {
  readonly #engine: Engine;
  readonly #tokenizer: Tokenizer;
  readonly #oneLength = new Uint32Array(1);
  readonly #ids: Uint16Array;
  readonly #lengths = new Uint32Array(MOST_WINDOWS_A_RUN);
  /** For each window of the run in preparation, the text that it is of. */
  readonly #owners = new Uint32Array(MOST_WINDOWS_A_RUN);
  #pieceCount = 0;
  #windowCount = 0;

  constructor(engine: Engine, tokenizer: Tokenizer) {
    this.#engine = engine;
    this.#tokenizer = tokenizer;
    this.#ids = new Uint16Array(Math.max(MOST_PIECES_A_RUN, engine.longest));
  }

  /** One text; makes nothing but its result where the model can see the text at once. */
  score(text: string): Sentiment {
    const pieces = this.#tokenizer.encode(text);
    const count = pieces.length;
    if (count === 0) return neutral();
    if (count > this.#engine.longest) return this.scoreAll([text])[0]!;
    this.#oneLength[0] = count;
    return sentimentAt(this.#engine.run(pieces.ids.subarray(0, count), this.#oneLength), 0);
  }

  /** Several texts, several to a run: the same results as one by one. */
  scoreAll(texts: readonly string[]): Sentiment[] {
    const sums = new Float64Array(texts.length * WIDTH);
    const weights = new Float64Array(texts.length);
    this.#pieceCount = this.#windowCount = 0;
    texts.forEach((text, owner) => {
      const pieces = this.#tokenizer.encode(text);
      if (pieces.length <= this.#engine.longest) {
        this.#add(pieces, 0, pieces.length, owner, sums, weights);
        return;
      }
      const starts = splitSentences(text).map((sentence) => sentence.start);
      for (const { from, to } of packWindows(this.#listOf(pieces), starts, this.#engine.longest)) {
        this.#add(pieces, from, to, owner, sums, weights);
      }
    });
    this.#run(sums, weights);
    return texts.map((_, owner) => average(sums, weights[owner]!, owner * WIDTH));
  }

  #listOf(pieces: Pieces): PieceList {
    const { continues } = this.#tokenizer;
    return {
      starts: pieces.starts,
      length: pieces.length,
      goesOn: (index) => continues[pieces.ids[index]!] === 1,
    };
  }

  /** Adds a window to the run in preparation, after the run before it where there is no room. */
  #add(
    pieces: Pieces,
    from: number,
    to: number,
    owner: number,
    sums: Float64Array,
    weights: Float64Array,
  ): void {
    const count = to - from;
    if (count === 0) return;
    if (this.#pieceCount + count > this.#ids.length || this.#windowCount === MOST_WINDOWS_A_RUN) {
      this.#run(sums, weights);
    }
    this.#ids.set(pieces.ids.subarray(from, to), this.#pieceCount);
    this.#lengths[this.#windowCount] = count;
    this.#owners[this.#windowCount] = owner;
    this.#pieceCount += count;
    ++this.#windowCount;
  }

  #run(sums: Float64Array, weights: Float64Array): void {
    const windowCount = this.#windowCount;
    const pieceCount = this.#pieceCount;
    const lengths = this.#lengths;
    this.#pieceCount = this.#windowCount = 0;
    if (windowCount === 0) return;
    const values = this.#engine.run(this.#ids.subarray(0, pieceCount), lengths.subarray(0, windowCount));
    for (let window = 0; window < windowCount; ++window) {
      const owner = this.#owners[window]!;
      const weight = lengths[window]!;
      for (let i = 0; i < WIDTH; ++i) {
        const at = owner * WIDTH + i;
        // A 24-bit mantissa times a count below 2^29 is exact in 53 bits: a lone window's average is its very value.
        sums[at] = sums[at]! + values[window * WIDTH + i]! * weight;
      }
      weights[owner] = weights[owner]! + weight;
    }
  }
}

function average(sums: Float64Array, weight: number, at: number): Sentiment {
  if (weight === 0) return neutral();
  for (let i = at; i < at + WIDTH; ++i) sums[i] = sums[i]! / weight;
  return sentimentAt(sums, at);
}
