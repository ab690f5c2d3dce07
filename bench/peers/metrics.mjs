import { LABELS } from './data.mjs';

const percent = (value) => Math.round(1e4 * value) / 100;

/**
 * Accuracy over two classes. "neutral" is a tie between them: wrong in one figure, half right (as by
 * the toss of a coin) in the other.
 */
export function twoClasses(rows, predicted) {
  const right = rows.filter(({ label }, index) => predicted[index] === label).length;
  const ties = predicted.filter((label) => label === 'neutral').length;
  return {
    tiesWrong: percent(right / rows.length),
    tiesHalf: percent((right + ties / 2) / rows.length),
    ties: percent(ties / rows.length),
  };
}

export function threeClasses(rows, predicted) {
  const right = rows.filter(({ label }, index) => predicted[index] === label).length;
  const perClass = LABELS.map((label) => {
    const actual = rows.filter((row) => row.label === label).length;
    const said = predicted.filter((other) => other === label).length;
    const hits = rows.filter((row, index) => row.label === label && predicted[index] === label).length;
    return { recall: hits / actual, f1: actual + said === 0 ? 0 : (2 * hits) / (actual + said) };
  });
  const mean = (key) => perClass.reduce((sum, item) => sum + item[key], 0) / perClass.length;
  return {
    accuracy: percent(right / rows.length),
    macroF1: percent(mean('f1')),
    macroRecall: percent(mean('recall')),
  };
}
