import { draw, type Drawing } from '../../../../../evaluation/chart/drawing.js';
import type { Span, Unit } from '../tally/days.js';
import { meanOf } from '../tally/groups.js';
import { sideOf } from './histogram.js';

const LEFT = 40;
const TOP = 8;
const BOTTOM = 22;
/** Height of the strip that shows how many texts there are. */
const STRIP = 30;
const BETWEEN = 10;
/** Scores that the picture reaches at least. */
const LEAST_REACH = 0.25;
const LONGEST: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The mean score of each span as a bar from zero, and below how many texts it is of. `name` says what a day is called. */
export function overTime(
  spans: readonly Span[],
  unit: Unit,
  { width, height }: { width: number; height: number },
  name: (day: number) => string,
): Drawing {
  const first = spans[0]!.day;
  const last = spans.at(-1)!.day;
  const days = last - first + LONGEST[unit];
  const x = (day: number): number => LEFT + ((day - first) / days) * (width - LEFT);
  const reach = Math.max(LEAST_REACH, ...spans.map((span) => Math.abs(meanOf(span).mean)));
  const bottom = height - BOTTOM - STRIP - BETWEEN;
  const y = (score: number): number => TOP + ((reach - score) / (2 * reach)) * (bottom - TOP);
  const most = Math.max(...spans.map(({ count }) => count));
  const wide = Math.max(1, ((width - LEFT) / days) * (LONGEST[unit] * 0.85));
  const bars = spans.flatMap((span) => {
    const { mean } = meanOf(span);
    const [top, end] = [y(Math.max(0, mean)), y(Math.min(0, mean))];
    const tall = (span.count / most) * STRIP;
    const at = { x: x(span.day), width: wide };
    return [
      draw('rect', { class: sideOf(mean), ...at, y: top, height: Math.max(1, end - top) }),
      draw('rect', { class: 'count', ...at, y: height - BOTTOM - tall, height: tall }),
    ];
  });
  const scores = [reach, 0, -reach].map((score) => {
    const text = score === 0 ? '0' : `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(1)}`;
    return draw('text', { x: LEFT - 6, y: y(score) + 4, 'text-anchor': 'end' }, text);
  });
  return draw(
    'svg',
    { viewBox: `0 0 ${width} ${height}` },
    ...bars,
    draw('line', { class: 'axis', x1: LEFT, x2: width, y1: y(0), y2: y(0) }),
    ...scores,
    draw('text', { x: LEFT, y: height - 5 }, name(first)),
    draw('text', { x: width, y: height - 5, 'text-anchor': 'end' }, name(last)),
  );
}
