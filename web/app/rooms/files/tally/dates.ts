/** How a column writes its days. */
export const DATE_ORDERS = [
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'seconds',
  'milliseconds',
] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const DAY = 86_400_000;

/** Parts of a date with or without a time behind it: 2026-03-01T12:00Z, 1/3/2026, 01.03.2026 12:00, 2026年3月1日. */
const DATE = /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[T ,]\s*\d{1,2}:\d{2}.*)?$/;

/** Share of values that are dates, at least, in a column of dates. */
const LEAST_SHARE = 0.9;
/** Times since 2000 and before 2100: other whole numbers are no times. */
const SINCE = 946_684_800_000;
const UNTIL = 4_102_444_800_000;

/** The day that `value` names, counted from 1970; `undefined` where it names none. */
export function dayOf(value: string, order: DateOrder): number | undefined {
  const text = value.trim();
  if (order === 'seconds' || order === 'milliseconds') {
    if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return undefined;
    const time = Number(text) * (order === 'seconds' ? 1000 : 1);
    return time >= SINCE && time < UNTIL ? Math.floor(time / DAY) : undefined;
  }
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [first, second, third] = [match[1]!, match[2]!, match[3]!];
  if (order === 'year-month-day') return first.length === 4 ? dayAt(first, second, third) : undefined;
  if (third.length !== 4 && third.length !== 2) return undefined;
  const year = third.length === 2 ? `20${third}` : third;
  return order === 'day-month-year' ? dayAt(year, second, first) : dayAt(year, first, second);
}

function dayAt(year: string, month: string, day: string): number | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // The thirty-first of February is a day of March.
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isReal ? date.getTime() / DAY : undefined;
}

/**
 * How the dates of a column are written, from some of its values; `undefined` where it is no column of dates. Where day and
 * month could be either, days stand first between points, and months between strokes.
 */
export function dateOrder(values: readonly string[]): DateOrder | undefined {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return undefined;
  const share = (order: DateOrder): number =>
    filled.filter((value) => dayOf(value, order) !== undefined).length / filled.length;
  const hasPoints = filled.some((value) => /^\d+\./.test(value.trim()));
  const orders: DateOrder[] = hasPoints
    ? ['year-month-day', 'day-month-year', 'month-day-year', 'milliseconds', 'seconds']
    : ['year-month-day', 'month-day-year', 'day-month-year', 'milliseconds', 'seconds'];
  const [best] = orders.map((order) => ({ order, share: share(order) })).sort((a, b) => b.share - a.share);
  return best!.share >= LEAST_SHARE ? best!.order : undefined;
}
