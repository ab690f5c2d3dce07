// Lines over a numeric axis, one a series, as an SVG that follows the reader's light or dark scheme.

import { escaped, tenths } from './drawing.js';
import { theme } from './theme.js';

/** One line with a mark at each point. */
export interface Series {
  name: string;
  /** A number from 0 on; equal numbers have equal colours in every figure. */
  colour: number;
  points: readonly (readonly [x: number, y: number])[];
}

/** Titles of the axes, a sentence, and where the x axis has its marks. */
export interface Axes {
  x: string;
  y: string;
  caption: string;
  xTicks: readonly number[];
}

const WIDTH = 720;
const HEIGHT = 380;
const PLOT = { left: 56, right: WIDTH - 132, top: 34, bottom: HEIGHT - 62 };

const COLOURS = [
  ['#0b6bcb', '#6db3ff'],
  ['#c2410c', '#ff9466'],
  ['#15803d', '#63d188'],
  ['#7c3aed', '#b79bff'],
  ['#a16207', '#e0b45c'],
  ['#0e7490', '#5fd0e6'],
  ['#be185d', '#ff86bd'],
] as const;

const STYLE = `${theme(Object.fromEntries(COLOURS.map((pair, i) => [`s${i}`, pair])))}
  .grid { stroke: var(--line); stroke-width: 1; }
  path { fill: none; stroke-width: 2; }
${COLOURS.map((_, i) => `  path.s${i} { stroke: var(--s${i}); } circle.s${i}, text.s${i} { fill: var(--s${i}); }`).join('\n')}`;

const classOf = (colour: number): string => `s${colour % COLOURS.length}`;

/** Round numbers that cover a span, about five of them. */
function ticksOf(from: number, to: number): number[] {
  const rough = (to - from) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const ticks: number[] = [];
  for (let tick = Math.floor(from / step) * step; tick < to + step; tick += step)
    ticks.push(Number(tick.toFixed(6)));
  return ticks;
}

interface EndLabel {
  name: string;
  colour: number;
  y: number;
}

/** Pushes labels apart that would cover each other, keeping their order. */
function spread(labels: readonly EndLabel[], gap = 15): readonly EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  for (let round = 0; round < 50; ++round) {
    for (let i = 1; i < sorted.length; ++i) {
      const [above, below] = [sorted[i - 1]!, sorted[i]!];
      const lack = gap - (below.y - above.y);
      if (lack > 0) {
        below.y += lack / 2;
        above.y -= lack / 2;
      }
    }
  }
  return labels;
}

/** The whole image as markup. */
export function lineChart(
  series: readonly Series[],
  { x: xTitle, y: yTitle, caption, xTicks }: Axes,
): string {
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const yTicks = ticksOf(Math.min(...ys), Math.max(...ys));
  const [low, high] = [yTicks[0]!, yTicks.at(-1)!];
  const [first, last] = [xTicks[0]!, xTicks.at(-1)!];
  const xOf = (x: number): number => PLOT.left + ((PLOT.right - PLOT.left) * (x - first)) / (last - first);
  const yOf = (y: number): number => PLOT.bottom - ((PLOT.bottom - PLOT.top) * (y - low)) / (high - low);

  const grid = [
    ...yTicks.map((tick) => {
      const y = tenths(yOf(tick));
      return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}"/><text class="soft" x="${PLOT.left - 8}" y="${y + 4}" text-anchor="end">${tick}</text>`;
    }),
    ...xTicks.map(
      (tick) =>
        `<text class="soft" x="${tenths(xOf(tick))}" y="${PLOT.bottom + 18}" text-anchor="middle">${tick}</text>`,
    ),
  ];
  const lines = series.map(({ name, colour, points }) => {
    const path = points
      .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenths(xOf(x))} ${tenths(yOf(y))}`)
      .join('');
    const marks = points.map(
      ([x, y]) =>
        `<circle class="${classOf(colour)}" cx="${tenths(xOf(x))}" cy="${tenths(yOf(y))}" r="3.5"><title>${escaped(`${name}: ${x}, ${tenths(y)}`)}</title></circle>`,
    );
    return `<path class="${classOf(colour)}" d="${path}"/>${marks.join('')}`;
  });
  const ends = spread(
    series.map(({ name, colour, points }) => {
      const right = points.reduce((a, b) => (b[0] > a[0] ? b : a));
      return { name, colour, y: yOf(right[1]) };
    }),
  );
  const labels = ends.map(
    ({ name, colour, y }) =>
      `<text class="${classOf(colour)}" x="${PLOT.right + 10}" y="${tenths(y + 4)}">${escaped(name)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${escaped(caption)}</title>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
<text class="soft" x="${PLOT.left - 44}" y="18">${escaped(yTitle)}</text>
<text class="soft" x="${PLOT.right}" y="${PLOT.bottom + 36}" text-anchor="end">${escaped(xTitle)}</text>
${[...grid, ...lines, ...labels].join('\n')}
<text x="${PLOT.left - 44}" y="${HEIGHT - 8}">${escaped(caption)}</text>
</svg>
`;
}
