// Lines over a numeric axis, one a series, as an SVG that follows the reader's light or dark scheme.

const WIDTH = 720;
const HEIGHT = 380;
const PLOT = { left: 56, right: WIDTH - 132, top: 34, bottom: HEIGHT - 62 };
const COLOURS = 7;

const STYLE = `
  svg { --paper: #ffffff; --ink: #1f2430; --soft: #5b6472; --line: #e3e6ea;
    --s0: #0b6bcb; --s1: #c2410c; --s2: #15803d; --s3: #7c3aed; --s4: #a16207; --s5: #0e7490; --s6: #be185d; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #14171c; --ink: #eceff4; --soft: #a3adba; --line: #2b313a;
      --s0: #6db3ff; --s1: #ff9466; --s2: #63d188; --s3: #b79bff; --s4: #e0b45c; --s5: #5fd0e6; --s6: #ff86bd; }
  }
  .paper { fill: var(--paper); }
  text { font: 12px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); }
  .grid { stroke: var(--line); stroke-width: 1; }
  path { fill: none; stroke-width: 2; }
  .dashed { stroke-dasharray: 5 4; }
${Array.from({ length: COLOURS }, (_, i) => `  path.s${i} { stroke: var(--s${i}); } circle.s${i}, text.s${i} { fill: var(--s${i}); }`).join('\n')}`;

const escaped = (text) => text.replace(/[<>&"]/g, (mark) => `&#${mark.codePointAt(0)};`);
const round = (value) => Math.round(value * 10) / 10;

/** Round numbers that cover a span, about five of them. */
function ticksOf(from, to) {
  const rough = (to - from) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const ticks = [];
  for (let tick = Math.floor(from / step) * step; tick < to + step; tick += step)
    ticks.push(Number(tick.toFixed(6)));
  return ticks;
}

/** Pushes labels apart that would cover each other, keeping their order. */
function spread(labels, gap = 15) {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  for (let round = 0; round < 50; ++round) {
    for (let i = 1; i < sorted.length; ++i) {
      const lack = gap - (sorted[i].y - sorted[i - 1].y);
      if (lack > 0) {
        sorted[i].y += lack / 2;
        sorted[i - 1].y -= lack / 2;
      }
    }
  }
  return labels;
}

/**
 * @param series `{ name, colour, dashed, points: [x, y][] }`
 * @param axes `{ x, y, caption, xTicks }`: titles, a sentence, and where the x axis has its marks
 */
export function lineChart(series, { x: xTitle, y: yTitle, caption, xTicks, reversed = false }) {
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const yTicks = ticksOf(Math.min(...ys), Math.max(...ys));
  const [low, high] = [yTicks[0], yTicks.at(-1)];
  const [first, last] = [xTicks[0], xTicks.at(-1)];
  const xOf = (x) => {
    const part = (x - first) / (last - first);
    return PLOT.left + (PLOT.right - PLOT.left) * (reversed ? 1 - part : part);
  };
  const yOf = (y) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * (y - low)) / (high - low);

  const grid = [
    ...yTicks.map((tick) => {
      const y = round(yOf(tick));
      return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}"/><text class="soft" x="${PLOT.left - 8}" y="${y + 4}" text-anchor="end">${tick}</text>`;
    }),
    ...xTicks.map(
      (tick) =>
        `<text class="soft" x="${round(xOf(tick))}" y="${PLOT.bottom + 18}" text-anchor="middle">${tick}</text>`,
    ),
  ];
  const lines = series.map(({ name, colour, dashed, points }) => {
    const path = points
      .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(xOf(x))} ${round(yOf(y))}`)
      .join('');
    const marks = points.map(
      ([x, y]) =>
        `<circle class="s${colour % COLOURS}" cx="${round(xOf(x))}" cy="${round(yOf(y))}" r="3.5"><title>${escaped(`${name}: ${x}, ${round(y)}`)}</title></circle>`,
    );
    return `<path class="s${colour % COLOURS}${dashed ? ' dashed' : ''}" d="${path}"/>${marks.join('')}`;
  });
  const ends = spread(
    series.map(({ name, colour, points }) => {
      const right = reversed
        ? points.reduce((a, b) => (b[0] < a[0] ? b : a))
        : points.reduce((a, b) => (b[0] > a[0] ? b : a));
      return { name, colour, y: yOf(right[1]) };
    }),
  );
  const labels = ends.map(
    ({ name, colour, y }) =>
      `<text class="s${colour % COLOURS}" x="${PLOT.right + 10}" y="${round(y + 4)}">${escaped(name)}</text>`,
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
