// Accuracy against download: the chart of the page and of the README.
import { draw, type Drawing, type Frame } from './drawing.js';
import { type Named, placeLabels, tieOf } from './labels.js';

/** What a point stands for, the most important first. */
export const KINDS = {
  int8: 'Sentibyte, 8 bits',
  float: 'Sentibyte, 32 bits',
  package: 'another package, with all it needs',
  weights: 'published weights alone, a byte each',
} as const;

export type Kind = keyof typeof KINDS;

/** The kinds in their order. */
export const ALL_KINDS = Object.keys(KINDS) as readonly Kind[];

/** A model on the chart: what it weighs and how often it is right. */
export interface Point {
  name: string;
  kind: Kind;
  /** Whether it stands out: the package ships it. */
  isShipped: boolean;
  bytes: number;
  /** Share of right answers. */
  accuracy: number;
  /** Where the two figures come from. */
  source: string;
}

/** How large the chart is, and whether a name that finds no room is an error or is left out. */
export interface Layout {
  width: number;
  height: number;
  everyName: boolean;
}

const FONT = 12;
const RADIUS = 6;
const MARGIN = { left: 44, right: 12, top: 12, bottom: 32 };

const percent = (share: number, digits: number): string => `${(100 * share).toFixed(digits)}\u00a0%`;

/** Three digits at most: 14.5 kB, 1.5 MB. */
function size(bytes: number): string {
  const value = Number(bytes.toPrecision(3));
  return value < 1e6 ? `${value / 1e3}\u00a0kB` : `${value / 1e6}\u00a0MB`;
}

interface Scale {
  frame: Frame;
  /** Powers of ten at the two ends. */
  powers: readonly [from: number, to: number];
  accuracies: readonly [bottom: number, top: number];
  x: (bytes: number) => number;
  y: (accuracy: number) => number;
}

function scaleOf(points: readonly Point[], { width, height }: Layout): Scale {
  const frame = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const logarithms = points.map(({ bytes }) => Math.log10(bytes));
  const shares = points.map(({ accuracy }) => accuracy);
  const [from, to] = [Math.floor(Math.min(...logarithms)), Math.ceil(Math.max(...logarithms))];
  const bottom = Math.floor(Math.min(...shares) * 20 - 0.2) / 20;
  const top = Math.ceil(Math.max(...shares) * 20 + 0.2) / 20;
  return {
    frame,
    powers: [from, to],
    accuracies: [bottom, top],
    x: (bytes) => frame.left + ((Math.log10(bytes) - from) / (to - from)) * (frame.right - frame.left),
    y: (accuracy) => frame.top + ((top - accuracy) / (top - bottom)) * (frame.bottom - frame.top),
  };
}

function axes({ frame, powers: [from, to], accuracies: [bottom, top], x, y }: Scale): Drawing[] {
  const sizes = Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((power) => {
    const at = x(10 ** power);
    const anchor = power === to ? 'end' : 'middle';
    return [
      draw('line', { class: 'tick', x1: at, x2: at, y1: frame.top, y2: frame.bottom }),
      draw('text', { x: at, y: frame.bottom + 22, 'text-anchor': anchor }, size(10 ** power)),
    ];
  });
  const shares: Drawing[] = [];
  for (let tenth = Math.ceil(bottom * 10 - 1e-9); tenth <= top * 10 + 1e-9; tenth++) {
    const at = y(tenth / 10);
    shares.push(
      draw('line', { class: 'tick', x1: frame.left, x2: frame.right, y1: at, y2: at }),
      draw('text', { x: frame.left - 8, y: at + 4, 'text-anchor': 'end' }, percent(tenth / 10, 0)),
    );
  }
  return [...sizes, ...shares];
}

/** The sign of a kind: circles are ours, diamonds are others. */
export function mark(kind: Kind, x: number, y: number, title?: string): Drawing {
  const inner = title === undefined ? [] : [draw('title', {}, title)];
  if (kind === 'int8' || kind === 'float')
    return draw('circle', { class: kind, cx: x, cy: y, r: RADIUS }, ...inner);
  const d = [`M${x} ${y - RADIUS}L${x + RADIUS} ${y}`, `L${x} ${y + RADIUS}L${x - RADIUS} ${y}Z`];
  return draw('path', { class: kind, d: d.join('') }, ...inner);
}

/** The two builds of one model, where both are there. */
function builds(points: readonly Point[]): { int8: Point; float: Point }[] {
  return points.flatMap((int8) => {
    const float = points.find(({ kind, name }) => kind === 'float' && name === int8.name);
    return int8.kind === 'int8' && float ? [{ int8, float }] : [];
  });
}

function around(x1: number, y1: number, x2: number, y2: number, by: number): Frame {
  return {
    left: Math.min(x1, x2) - by,
    right: Math.max(x1, x2) + by,
    top: Math.min(y1, y2) - by,
    bottom: Math.max(y1, y2) + by,
  };
}

/**
 * Accuracy upwards, download to the right in powers of ten; a line joins the two builds of one model. Colours are the
 * reader's to set, by the classes int8, float, package, weights, tick, build, tie, ours and theirs.
 * @example
 * markup(accuracyChart(points, { width: 800, height: 440, everyName: true }));
 */
export function accuracyChart(points: readonly Point[], layout: Layout): Drawing {
  const scale = scaleOf(points, layout);
  const { frame, x, y } = scale;
  const pairs = builds(points);
  const lines = pairs.map(({ int8, float }) => ({
    x1: x(int8.bytes),
    y1: y(int8.accuracy),
    x2: x(float.bytes),
    y2: y(float.accuracy),
  }));
  // The 32-bit build of a model stands at the end of its line and needs no name of its own.
  const isTwin = (point: Point): boolean => pairs.some(({ float }) => float === point);
  const named = points
    .filter((point) => !isTwin(point))
    .sort((a, b) => rank(a) - rank(b))
    .map((point): Named & { point: Point } => ({
      point,
      x: x(point.bytes),
      y: y(point.accuracy),
      radius: RADIUS,
      label: point.isShipped ? `${point.name} ${percent(point.accuracy, 1)}` : point.name,
      size: point.isShipped ? FONT * 1.15 : FONT,
    }));
  const obstacles = [
    ...lines.map(({ x1, y1, x2, y2 }) => around(x1, y1, x2, y2, 1)),
    ...points.filter(isTwin).map((p) => around(x(p.bytes), y(p.accuracy), x(p.bytes), y(p.accuracy), RADIUS)),
  ];
  const places = placeLabels(named, frame, obstacles);
  if (layout.everyName && places.includes(undefined))
    throw new Error('the labels do not fit next to their points');
  const labels = named.flatMap(({ point, label }, i) => {
    const place = places[i];
    if (!place) return [];
    const attributes = { class: point.isShipped ? 'ours' : 'theirs', x: place.x, y: place.y };
    const text = draw('text', { ...attributes, 'text-anchor': place.anchor }, label);
    const tie = tieOf(named[i]!, place);
    return tie ? [draw('line', { class: 'tie', ...tie }), text] : [text];
  });
  const marks = points.map((point) => {
    const title = `${point.name}: ${percent(point.accuracy, 1)}, ${size(point.bytes)}. ${point.source}`;
    return mark(point.kind, x(point.bytes), y(point.accuracy), title);
  });
  return draw(
    'svg',
    { class: 'scatter', viewBox: `0 0 ${layout.width} ${layout.height}` },
    ...axes(scale),
    ...lines.map((line) => draw('line', { class: 'build', ...line })),
    ...labels,
    ...marks,
  );
}

function rank({ kind, isShipped }: Point): number {
  return isShipped ? -1 : ALL_KINDS.indexOf(kind);
}
