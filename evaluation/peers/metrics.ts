import { accuracy, macro } from '../metrics.js';

/** In percent. */
export interface TwoClasses {
  tiesWrong: number;
  tiesHalf: number;
  ties: number;
}

/** In percent. */
export interface ThreeClasses {
  accuracy: number;
  macroF1: number;
  macroRecall: number;
}

const percent = (value: number): number => Math.round(1e4 * value) / 100;
const NEUTRAL = 1;

/**
 * Accuracy over two classes. "neutral" is a tie between them: wrong in one figure, half right (as by
 * the toss of a coin) in the other.
 */
export function twoClasses(labels: readonly number[], predicted: readonly number[]): TwoClasses {
  const right = accuracy(labels, predicted);
  const ties = predicted.filter((label) => label === NEUTRAL).length / labels.length;
  return { tiesWrong: percent(right), tiesHalf: percent(right + ties / 2), ties: percent(ties) };
}

/** Averages are over classes, not over texts. */
export function threeClasses(labels: readonly number[], predicted: readonly number[]): ThreeClasses {
  const { f1, recall } = macro(labels, predicted);
  return {
    accuracy: percent(accuracy(labels, predicted)),
    macroF1: percent(f1),
    macroRecall: percent(recall),
  };
}
