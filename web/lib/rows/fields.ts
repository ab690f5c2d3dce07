import type { Sentiment } from '../types.js';

/** What can be written of a result, in the order of the usual output. */
export const FIELDS = [
  'label',
  'score',
  'confidence',
  'probabilities',
  'negative',
  'neutral',
  'positive',
  'coverage',
] as const;
export type Field = (typeof FIELDS)[number];

type Value = string | number;

/** A field that is one cell. */
export type Column = Exclude<Field, 'probabilities'>;

/** Six decimals: more than the model can mean, and short to read. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

const VALUES: Record<Column, (sentiment: Sentiment) => Value> = {
  label: ({ label }) => label,
  score: ({ score }) => rounded(score),
  confidence: ({ confidence }) => rounded(confidence),
  negative: ({ probabilities }) => rounded(probabilities.negative),
  neutral: ({ probabilities }) => rounded(probabilities.neutral),
  positive: ({ probabilities }) => rounded(probabilities.positive),
  coverage: ({ coverage }) => rounded(coverage),
};

/** The fields of a result as a plain object, for JSON. */
export function pickFields(
  sentiment: Sentiment,
  fields: readonly Field[],
): Record<string, Value | Record<string, Value>> {
  const values = (names: readonly Column[]): Record<string, Value> =>
    Object.fromEntries(names.map((name) => [name, VALUES[name](sentiment)]));
  return Object.fromEntries(
    fields.map((field) => [
      field,
      field === 'probabilities' ? values(['negative', 'neutral', 'positive']) : VALUES[field](sentiment),
    ]),
  );
}

/** The columns that the fields take in a table: the probabilities are three. */
export function columnsOf(fields: readonly Field[]): Column[] {
  const columns = fields.flatMap((field): Column[] =>
    field === 'probabilities' ? ['negative', 'neutral', 'positive'] : [field],
  );
  return [...new Set(columns)];
}

/** The values of `columns`. None of them ever needs quotes. */
export function cellsOfResult(sentiment: Sentiment, columns: readonly Column[]): string[] {
  return columns.map((column) => String(VALUES[column](sentiment)));
}
