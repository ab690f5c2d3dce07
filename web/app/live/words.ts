import type { Sentiment } from '../../lib/types.js';
import * as format from '../format.js';

/** The label as a heading. */
export function headline({ label }: Sentiment): string {
  return { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' }[label];
}

/** How strong a score is, in words. */
function strength(score: number): string {
  const size = Math.abs(score);
  const side = score < 0 ? 'negative' : 'positive';
  if (size < 0.1) return 'close to neutral';
  if (size < 0.35) return `slightly ${side}`;
  if (size < 0.7) return `clearly ${side}`;
  return `strongly ${side}`;
}

/** What the figures say, as one sentence each. */
export function explanation({ score, confidence }: Sentiment): string {
  return (
    `${format.score(score)} on a scale from −1 to +1 is ${strength(score)}. ` +
    `The model is ${format.percent(confidence)} sure of the word above.`
  );
}

/** The same for the ear, short enough to be said after every pause in typing. */
export function spoken(reading: Sentiment): string {
  return `${headline(reading)}, intensity ${format.score(reading.score)}, ${format.percent(reading.confidence)} sure.`;
}

/** Whether there is anything to judge. */
export function isEmpty({ score, confidence }: Sentiment): boolean {
  return score === 0 && confidence === 0;
}
