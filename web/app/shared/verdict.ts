import type { Label, Probabilities, Sentiment } from '../../lib/types.js';

/** The three classes, in the order of the bars. */
export const LABELS: readonly Label[] = ['negative', 'neutral', 'positive'];

/** How a score is called. */
export type Strength = 'strong' | 'clear' | 'slight' | 'faint';

/**
 * What one line says of a reading: label and score as one message, which cannot contradict itself. `undecided` is where
 * the likeliest label and the score point to different sides.
 */
export type Verdict =
  { kind: 'negative' | 'positive'; strength: Strength } | { kind: 'neutral' | 'undecided' | 'nothing' };

/** Scores closer to zero than this lie on no side. */
const FAINT = 0.1;

function strengthOf(size: number): Strength {
  if (size < FAINT) return 'faint';
  if (size < 0.35) return 'slight';
  if (size < 0.7) return 'clear';
  return 'strong';
}

/** Whether there is anything to judge. */
export function isEmpty({ score, confidence }: Sentiment): boolean {
  return score === 0 && confidence === 0;
}

/** The verdict of a reading. */
export function verdictOf(reading: Sentiment): Verdict {
  if (isEmpty(reading)) return { kind: 'nothing' };
  const { label, score } = reading;
  // As it is written, with two digits: "0.00" is on no side.
  const shown = Math.round(score * 100) / 100;
  if (label === 'neutral') return { kind: Math.abs(shown) < 0.35 ? 'neutral' : 'undecided' };
  const side = label === 'negative' ? -1 : 1;
  if (shown * side <= 0) return { kind: 'undecided' };
  return { kind: label, strength: strengthOf(Math.abs(shown)) };
}

/** The probabilities in the order of the bars. */
export function inOrder(probabilities: Probabilities): number[] {
  return LABELS.map((label) => probabilities[label]);
}
