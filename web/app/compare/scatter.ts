import { drawing } from '../dom.js';
import * as format from '../format.js';
import { placeLabels } from './placement.js';
import type { Box } from './placement.js';

/** Ours in 8 or in 32 bits; another package with all that it needs; published weights alone. */
export type Kind = 'int8' | 'float' | 'package' | 'weights';

/** A model on the chart: what it weighs and how often it is right. */
export interface Point {
  name: string;
  kind: Kind;
  bytes: number;
  /** Share of right answers. */
  accuracy: number;
  /** Where the two figures come from. */
  source: string;
}

const margin = { left: 44, right: 12, top: 12, bottom: 32 };

function ends(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Circles are ours, diamonds are others. */
export function mark(kind: Kind, x: number, y: number): SVGElement {
  if (kind === 'int8' || kind === 'float') return drawing('circle', { class: kind, cx: x, cy: y, r: 6 });
  return drawing('path', { class: kind, d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z` });
}

/** Accuracy upwards, size to the right in powers of ten; a line joins the two builds of one model. */
export function scatter(points: readonly Point[], width: number): SVGSVGElement {
  const height = Math.round(Math.min(480, Math.max(320, width * 0.55)));
  const frame: Box = {
    x: margin.left,
    y: margin.top,
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const [lightest, heaviest] = ends(points.map(({ bytes }) => Math.log10(bytes)));
  const [from, to] = [Math.floor(lightest), Math.ceil(heaviest)];
  const [worst, best] = ends(points.map(({ accuracy }) => accuracy));
  const [bottom, top] = [Math.floor(worst * 20 - 0.2) / 20, Math.ceil(best * 20 + 0.2) / 20];
  const x = (bytes: number): number => frame.x + ((Math.log10(bytes) - from) / (to - from)) * frame.width;
  const y = (accuracy: number): number => frame.y + ((top - accuracy) / (top - bottom)) * frame.height;

  const root = drawing('svg', { class: 'scatter', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  for (let power = from; power <= to; power++) {
    const at = x(10 ** power);
    const anchor = power === to ? 'end' : 'middle';
    root.append(
      drawing('line', { class: 'tick', x1: at, x2: at, y1: frame.y, y2: frame.y + frame.height }),
      drawing('text', { x: at, y: height - 10, 'text-anchor': anchor }, format.roundBytes(10 ** power)),
    );
  }
  for (let accuracy = bottom; accuracy < top + 0.001; accuracy += 0.1) {
    const at = y(accuracy);
    root.append(
      drawing('line', { class: 'tick', x1: frame.x, x2: frame.x + frame.width, y1: at, y2: at }),
      drawing('text', { x: frame.x - 8, y: at + 4, 'text-anchor': 'end' }, format.percent(accuracy)),
    );
  }
  const lines: Box[] = [];
  for (const int8 of points.filter(({ kind }) => kind === 'int8')) {
    const float = points.find(({ kind, name }) => kind === 'float' && name === int8.name);
    if (!float) continue;
    const [x1, y1, x2, y2] = [x(int8.bytes), y(int8.accuracy), x(float.bytes), y(float.accuracy)];
    root.append(drawing('line', { class: 'build', x1, y1, x2, y2 }));
    lines.push({
      x: Math.min(x1, x2),
      y: Math.min(y1, y2) - 1,
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1) + 2,
    });
  }
  for (const point of points) {
    const shape = mark(point.kind, x(point.bytes), y(point.accuracy));
    shape.append(
      drawing(
        'title',
        {},
        `${point.name}: ${format.percent(point.accuracy, 1)}, ${format.bytes(point.bytes)}`,
      ),
    );
    root.append(shape);
  }
  // The 32-bit point of a model stands at the end of its line and needs no name of its own.
  const order = { int8: 0, package: 1, weights: 2, float: 3 } as const;
  const named = points
    .filter(
      ({ kind, name }) =>
        kind !== 'float' || !points.some((other) => other.kind === 'int8' && other.name === name),
    )
    .sort((a, b) => order[a.kind] - order[b.kind])
    .map(({ name, kind, bytes, accuracy }) => ({ name, kind, x: x(bytes), y: y(accuracy) }));
  const others = points
    .filter(({ kind }) => kind === 'float')
    .map((p) => ({ name: '', x: x(p.bytes), y: y(p.accuracy) }));
  for (const label of placeLabels([...named, ...others], frame, lines)) {
    const ours = named.some(({ name, kind }) => name === label.name && kind === 'int8');
    root.append(
      drawing(
        'text',
        { class: ours ? 'ours' : 'theirs', x: label.x, y: label.y, 'text-anchor': label.anchor },
        label.name,
      ),
    );
  }
  return root;
}
