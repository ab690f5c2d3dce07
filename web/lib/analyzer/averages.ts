import type { Familiarity } from '../tokenizer/familiarity.js';
import { allocated } from '../tokenizer/memory.js';
import type { Sentiment } from '../types.js';
import { neutral, sentimentAt, WIDTH } from './sentiment.js';

/** For each of several texts the average of its windows' values, weighed by their number of pieces. */
export class Averages {
  readonly #sums: Float64Array;
  readonly #weights: Float64Array;
  /** How familiar each is, and whether it is too strange to be judged. */
  readonly #coverages: Float64Array;
  readonly #refused: Uint8Array;
  readonly #one = new Float64Array(WIDTH);

  constructor(texts: number) {
    this.#sums = allocated(() => new Float64Array(texts * WIDTH));
    this.#weights = allocated(() => new Float64Array(texts));
    this.#coverages = allocated(() => new Float64Array(texts));
    this.#refused = allocated(() => new Uint8Array(texts));
  }

  /** Adds a window of `weight` pieces, whose values begin at `at`, to the text `owner`. */
  add(owner: number, values: Float32Array, at: number, weight: number): void {
    const sums = this.#sums;
    const weights = this.#weights;
    const first = owner * WIDTH;
    // A 24-bit mantissa times a count below 2^29 is exact in 53 bits: a lone window's average is its very value.
    for (let i = 0; i < WIDTH; ++i) sums[first + i] = sums[first + i]! + values[at + i]! * weight;
    weights[owner] = weights[owner]! + weight;
  }

  /** Says of the text `owner`, once it is read, how familiar it was. */
  know(owner: number, { coverage, isReadable }: Familiarity): void {
    this.#coverages[owner] = coverage;
    this.#refused[owner] = isReadable ? 0 : 1;
  }

  of(owner: number): Sentiment {
    const weight = this.#weights[owner]!;
    const coverage = this.#coverages[owner]!;
    if (this.#refused[owner] === 1) return neutral(coverage);
    if (weight === 0) return neutral(0);
    for (let i = 0; i < WIDTH; ++i) this.#one[i] = this.#sums[owner * WIDTH + i]! / weight;
    return sentimentAt(this.#one, 0, coverage);
  }
}
