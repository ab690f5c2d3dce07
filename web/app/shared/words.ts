import type { Label, Sentiment } from '../../lib/types.js';
import * as format from '../format.js';

/** The three classes, in the order of the bars. */
export const labels: readonly Label[] = ['negative', 'neutral', 'positive'];

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

/** How sure the model is of its label, rounded as the three bars are. */
function sureness({ label, probabilities }: Sentiment): string {
  return format.percents(labels.map((each) => probabilities[each]))[labels.indexOf(label)]!;
}

/** What the figures say, as one sentence each. */
export function explanation(reading: Sentiment): string {
  return (
    `${format.score(reading.score)} on a scale from −1 to +1 is ${strength(reading.score)}. ` +
    `The model is ${sureness(reading)} sure of the word above.`
  );
}

/** The same for the ear, short enough to be said after every pause in typing. */
export function spoken(reading: Sentiment): string {
  return `${headline(reading)}, intensity ${format.score(reading.score)}, ${sureness(reading)} sure.`;
}

/** Whether there is anything to judge. */
export function isEmpty({ score, confidence }: Sentiment): boolean {
  return score === 0 && confidence === 0;
}
