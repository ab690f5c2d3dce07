// Figures of merit. Classes are 0 negative, 1 neutral, 2 positive; predictions are what the package returns.

import type { Label, Sentiment } from '../web/lib/index.js';

/** What a prediction is compared with. */
export interface Labelled {
  label: number;
  score?: number | undefined;
}

/** Figures of one set of texts; absent is what the set cannot tell. */
export interface Figures {
  accuracy: number;
  accuracyThreeWay: number;
  f1: number;
  recall: number;
  /** Of negative, neutral and positive texts; null where there are none. */
  recalls: readonly (number | null)[];
  /** Share of texts that were called not readable. */
  refused: number;
  pearson?: number;
  calibrationError?: number;
}

/** How far two builds of a model are apart. */
export interface Comparison {
  agreement: number;
  meanDifference: number;
  largestDifference: number;
}

const CLASS_OF: Record<Label, number> = { negative: 0, neutral: 1, positive: 2 };
const BINS = 15;

/** The class of the label. */
export const threeWay = ({ label }: Pick<Sentiment, 'label'>): number => CLASS_OF[label];

/** Negative or positive, whichever is likelier: for sets that hold no neutral texts. */
export const twoWay = ({
  probabilities: { positive, negative },
}: Pick<Sentiment, 'probabilities'>): number => (positive > negative ? 2 : 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of equal entries. */
export function accuracy(labels: readonly number[], predicted: readonly number[]): number {
  return mean(labels.map((label, i) => Number(label === predicted[i])));
}

/** Mean F1 and mean recall over the classes that occur in `labels`, and the recall of each class. */
export function macro(
  labels: readonly number[],
  predicted: readonly number[],
): Pick<Figures, 'f1' | 'recall' | 'recalls'> {
  const classes = Object.values(CLASS_OF).map((one) => {
    let hits = 0;
    let wanted = 0;
    let given = 0;
    labels.forEach((label, i) => {
      if (label === one) ++wanted;
      if (predicted[i] === one) ++given;
      if (label === one && predicted[i] === one) ++hits;
    });
    return wanted === 0 ? null : { f1: (2 * hits) / (wanted + given), recall: hits / wanted };
  });
  const there = classes.filter((one) => one !== null);
  return {
    f1: mean(there.map(({ f1 }) => f1)),
    recall: mean(there.map(({ recall }) => recall)),
    recalls: classes.map((one) => one?.recall ?? null),
  };
}

/** Correlation of two lists; undefined where one of them does not vary. */
export function pearson(first: readonly number[], second: readonly number[]): number | undefined {
  const [a, b] = [mean(first), mean(second)];
  let both = 0;
  let one = 0;
  let other = 0;
  first.forEach((value, i) => {
    both += (value - a) * (second[i]! - b);
    one += (value - a) ** 2;
    other += (second[i]! - b) ** 2;
  });
  return one > 0 && other > 0 ? both / Math.sqrt(one * other) : undefined;
}

/** Expected calibration error: how far confidence is from accuracy, over equal bins of confidence. */
export function calibrationError(labels: readonly number[], results: readonly Sentiment[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, hits: 0 }));
  results.forEach((result, i) => {
    const bin = bins[Math.min(BINS - 1, Math.floor(result.confidence * BINS))]!;
    ++bin.count;
    bin.confidence += result.confidence;
    if (threeWay(result) === labels[i]) ++bin.hits;
  });
  return bins.reduce((sum, { confidence, hits }) => sum + Math.abs(confidence - hits), 0) / results.length;
}

/**
 * All figures of one set. Where no text is neutral, `accuracy`, `f1` and `recall` are of the two-way answer; where one is,
 * of the label.
 */
export function evaluate(rows: readonly Labelled[], results: readonly Sentiment[]): Figures {
  const labels = rows.map(({ label }) => label);
  const isTwoClass = !labels.includes(1);
  const predicted = results.map(isTwoClass ? twoWay : threeWay);
  const graded = rows.flatMap(({ score }, i) =>
    score === undefined ? [] : [{ wanted: score, given: results[i]!.score }],
  );
  const correlation =
    graded.length > 2
      ? pearson(
          graded.map(({ wanted }) => wanted),
          graded.map(({ given }) => given),
        )
      : undefined;
  return {
    accuracy: accuracy(labels, predicted),
    accuracyThreeWay: accuracy(labels, results.map(threeWay)),
    ...macro(labels, predicted),
    refused: mean(results.map(({ confidence }) => Number(confidence === 0))),
    ...(correlation === undefined ? {} : { pearson: correlation }),
    ...(isTwoClass ? {} : { calibrationError: calibrationError(labels, results) }),
  };
}

/** How far two builds of a model are apart on the same texts. */
export function compare(first: readonly Sentiment[], second: readonly Sentiment[]): Comparison {
  const differences = first.map(({ score }, i) => Math.abs(score - second[i]!.score));
  return {
    agreement: mean(first.map(({ label }, i) => Number(label === second[i]!.label))),
    meanDifference: mean(differences),
    largestDifference: differences.reduce((a, b) => Math.max(a, b), 0),
  };
}
