import { drawing } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { binned, logTicks, median } from './statistics.js';
import type { ShrinkWords } from './words/index.js';

const height = 176;
const axis = 24;
/** Room for "0.05 ms". */
const labelWidth = 56;

/** Readings of the last while; older ones make room. */
const kept = 400;

/** Times of one column's readings. */
export class Latencies {
  readonly values: number[] = [];

  add(milliseconds: number): void {
    this.values.push(milliseconds);
    if (this.values.length > kept) this.values.shift();
  }

  clear(): void {
    this.values.length = 0;
  }
}

function inWords(values: readonly number[], words: ShrinkWords): string {
  return values.length > 0
    ? words.medianInWords(format.duration(median(values)), format.count(values.length))
    : words.noReadings;
}

/** Left column upwards, right column downwards, on one axis of time; without readings the axis alone. */
export function histogram(
  left: readonly number[],
  right: readonly number[],
  width: number,
  words: ShrinkWords,
): SVGSVGElement {
  const middle = (height - axis) / 2;
  const root = drawing(
    'svg',
    {
      class: 'histogram',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': words.histogram(inWords(left, words), inWords(right, words)),
    },
    drawing('line', { class: 'axis', x1: 0, x2: width, y1: middle, y2: middle }),
  );
  const bins = binned(left, right);
  if (!bins) return root;
  const { first, perDecade, counts } = bins;
  const number = counts.left.length;
  const step = width / number;
  const at = (milliseconds: number): number => (Math.log10(milliseconds) * perDecade - first) * step;
  const most = Math.max(...counts.left, ...counts.right);
  const bar = (count: number, i: number, down: boolean): SVGRectElement => {
    const size = ((middle - 4) * count) / most;
    return drawing('rect', {
      class: down ? 'right' : 'left',
      x: i * step + 1,
      y: down ? middle + 1 : middle - 1 - size,
      width: Math.max(1, step - 2),
      height: size,
    });
  };
  // A label needs room, to its neighbour and to the edges.
  let free = 0;
  const ticks = logTicks(10 ** (first / perDecade), 10 ** ((first + number) / perDecade)).flatMap((tick) => {
    const x = at(tick);
    const line = drawing('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: height - axis });
    const half = labelWidth / 2;
    if (x - half < free || x + half > width) return [line];
    free = x + half;
    const label = { class: 'tick-label', x, y: height - 6, 'text-anchor': 'middle' };
    return [line, drawing('text', label, `${tick} ms`)];
  });
  root.prepend(...ticks);
  root.append(
    ...counts.left.map((count, i) => bar(count, i, false)),
    ...counts.right.map((count, i) => bar(count, i, true)),
  );
  return root;
}
