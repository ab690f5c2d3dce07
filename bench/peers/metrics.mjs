import { accuracy, macro } from '../../scripts/evaluation/metrics.mjs';

const percent = (value) => Math.round(1e4 * value) / 100;
const NEUTRAL = 1;

/**
 * Accuracy over two classes. "neutral" is a tie between them: wrong in one figure, half right (as by
 * the toss of a coin) in the other.
 */
export function twoClasses(labels, predicted) {
  const right = accuracy(labels, predicted);
  const ties = predicted.filter((label) => label === NEUTRAL).length / labels.length;
  return { tiesWrong: percent(right), tiesHalf: percent(right + ties / 2), ties: percent(ties) };
}

export function threeClasses(labels, predicted) {
  const { f1, recall } = macro(labels, predicted);
  return {
    accuracy: percent(accuracy(labels, predicted)),
    macroF1: percent(f1),
    macroRecall: percent(recall),
  };
}
