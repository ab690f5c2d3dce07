import { addTo, type Mean, noMean } from './groups.js';
import { type DateOrder, dayOf } from './dates.js';

/** Days that are kept at most: a century. Later ones are counted as undated. */
const MOST_DAYS = 36_525;

/** Bars of a picture, at most. */
const MOST_SPANS = 60;

export const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** The texts of a span of time. `day` is its first, counted from 1970. */
export interface Span extends Mean {
  day: number;
}

/** The mean score over time, by one column of dates. */
export class Days {
  readonly #order: DateOrder;
  readonly #days = new Map<number, Mean>();

  constructor(order: DateOrder) {
    this.#order = order;
  }

  add(value: string, score: number): void {
    const day = dayOf(value, this.#order);
    if (day === undefined) return;
    let mean = this.#days.get(day);
    if (mean === undefined) {
      if (this.#days.size === MOST_DAYS) return;
      mean = noMean();
      this.#days.set(day, mean);
    }
    addTo(mean, score);
  }

  /** Spans in their order, in the shortest unit of which a picture holds them all; those without a text are left out. */
  spans(): { unit: Unit; spans: Span[] } {
    const days = [...this.#days].map(([day, mean]) => ({ day, ...mean })).sort((a, b) => a.day - b.day);
    const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
    const unit = UNITS.find((one) => spansBetween(first, last, one) <= MOST_SPANS) ?? 'year';
    const spans = new Map<number, Span>();
    for (const { day, count, sum, squares } of days) {
      const start = startOf(day, unit);
      const span = spans.get(start) ?? { day: start, ...noMean() };
      span.count += count;
      span.sum += sum;
      span.squares += squares;
      spans.set(start, span);
    }
    return { unit, spans: [...spans.values()] };
  }
}

const DAYS_OF: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.31,
  year: 365.24,
};

function spansBetween(first: number, last: number, unit: Unit): number {
  return (last - first) / DAYS_OF[unit] + 1;
}

/** The first day of the span that `day` lies in; weeks begin on Monday. */
export function startOf(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  // The first of January 1970 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  const start = unit === 'month' ? month : unit === 'quarter' ? month - (month % 3) : 0;
  return Date.UTC(date.getUTCFullYear(), start, 1) / 86_400_000;
}
