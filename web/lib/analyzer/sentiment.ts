import type { Label, Sentiment } from '../types.js';

/** The classes of every model, in the engine's order. */
export const LABELS: readonly Label[] = ['negative', 'neutral', 'positive'];

/** Values of one text in the engine's output: three probabilities, then the score. */
export const WIDTH = 4;

/** What is said of a text in which there is nothing to judge, or of a language that the model does not know. */
export function neutral(coverage: number): Sentiment {
  return {
    label: 'neutral',
    score: 0,
    confidence: 0,
    probabilities: { negative: 0, neutral: 1, positive: 0 },
    coverage,
  };
}

/** Reads the text whose values begin at `at`. Of equal probabilities neutral wins, then negative. */
export function sentimentAt(values: Float32Array | Float64Array, at: number, coverage: number): Sentiment {
  const negative = values[at]!;
  const neutral = values[at + 1]!;
  const positive = values[at + 2]!;
  let label: Label = 'neutral';
  let confidence = neutral;
  if (negative > confidence) {
    label = 'negative';
    confidence = negative;
  }
  if (positive > confidence) {
    label = 'positive';
    confidence = positive;
  }
  return {
    label,
    score: values[at + 3]!,
    confidence,
    probabilities: { negative, neutral, positive },
    coverage,
  };
}
