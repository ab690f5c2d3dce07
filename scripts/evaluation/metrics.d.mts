import type { Sentiment } from '../../web/lib/types.js';

export interface Row {
  label: number;
  score?: number | undefined;
}

export interface Figures {
  accuracy: number;
  accuracyThreeWay: number;
  f1: number;
  recall: number;
  pearson?: number;
  calibrationError?: number;
}

export function threeWay(result: Sentiment): number;
export function twoWay(result: Sentiment): number;
export function accuracy(labels: readonly number[], predicted: readonly number[]): number;
export function macro(
  labels: readonly number[],
  predicted: readonly number[],
): { f1: number; recall: number };
export function pearson(first: readonly number[], second: readonly number[]): number | undefined;
export function calibrationError(labels: readonly number[], results: readonly Sentiment[]): number;
export function evaluate(rows: readonly Row[], results: readonly Sentiment[]): Figures;
export function compare(
  first: readonly Sentiment[],
  second: readonly Sentiment[],
): { agreement: number; meanDifference: number; largestDifference: number };
