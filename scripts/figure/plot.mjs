// Accuracy against download as an SVG that follows the reader's light or dark scheme.
import { placeLabels } from './labels.mjs';

const WIDTH = 820;
const HEIGHT = 500;
const PLOT = { left: 56, right: WIDTH - 20, top: 24, bottom: HEIGHT - 92 };
const BYTES = { from: 8e3, to: 2e8, ticks: [1e4, 1e5, 1e6, 1e7, 1e8] };
const PERCENT = { from: 60, to: 95, ticks: [60, 65, 70, 75, 80, 85, 90, 95] };
const FONT = 12;

const STYLE = `
  svg { --paper: #ffffff; --ink: #1f2430; --soft: #5b6472; --line: #e3e6ea; --ours: #0b6bcb; --zoo: #6aa9e6; --peer: #8a5a00; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #14171c; --ink: #eceff4; --soft: #a3adba; --line: #2b313a; --ours: #6db3ff; --zoo: #4580b8; --peer: #e0b45c; }
  }
  .paper { fill: var(--paper); }
  text { font: ${FONT}px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); }
  .line { stroke: var(--line); stroke-width: 1; }
  .ours { fill: var(--ours); stroke: var(--paper); stroke-width: 1.5; }
  .zoo { fill: var(--zoo); stroke: var(--paper); stroke-width: 1.5; }
  .page { fill: var(--peer); stroke: var(--paper); stroke-width: 1.5; }
  .weights { fill: var(--paper); stroke: var(--peer); stroke-width: 2; }
  text.ours, text.zoo, text.page, text.weights { stroke: var(--paper); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
  text.ours { fill: var(--ours); font-weight: 700; font-size: ${FONT + 2}px; }
  text.zoo, text.page, text.weights { fill: var(--ink); }`;

const xOf = (bytes) =>
  PLOT.left + ((PLOT.right - PLOT.left) * Math.log(bytes / BYTES.from)) / Math.log(BYTES.to / BYTES.from);
const yOf = (percent) =>
  PLOT.bottom - ((PLOT.bottom - PLOT.top) * (percent - PERCENT.from)) / (PERCENT.to - PERCENT.from);
const round = (value) => Math.round(value * 10) / 10;
const escaped = (text) => text.replace(/[<>&"]/g, (mark) => `&#${mark.codePointAt(0)};`);
const size = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);

function axes() {
  const lines = PERCENT.ticks.map((tick) => {
    const y = round(yOf(tick));
    return `<line class="line" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}"/><text class="soft" x="${PLOT.left - 8}" y="${y + 4}" text-anchor="end">${tick}</text>`;
  });
  const ticks = BYTES.ticks.map((tick) => {
    const x = round(xOf(tick));
    return `<line class="line" x1="${x}" x2="${x}" y1="${PLOT.top}" y2="${PLOT.bottom}"/><text class="soft" x="${x}" y="${PLOT.bottom + 18}" text-anchor="middle">${size(tick)}</text>`;
  });
  return [
    ...lines,
    ...ticks,
    `<text class="soft" x="${PLOT.left - 40}" y="14">SST-2 accuracy, %</text>`,
    `<text class="soft" x="${PLOT.right}" y="${PLOT.bottom + 36}" text-anchor="end">download (logarithmic)</text>`,
  ];
}

const KEY = [
  ['ours', 'Sentibyte'],
  ['zoo', 'Sentibyte, model families'],
  ['page', 'others with their runtime'],
  ['weights', 'published weights alone, a byte each'],
];

function key(kinds) {
  let x = PLOT.left;
  return KEY.filter(([kind]) => kinds.has(kind)).map(([kind, title]) => {
    const entry = `<circle class="${kind}" cx="${x + 6}" cy="${PLOT.bottom + 54}" r="5"/><text class="soft" x="${x + 16}" y="${PLOT.bottom + 58}">${title}</text>`;
    x += 40 + title.length * FONT * 0.56;
    return entry;
  });
}

/**
 * @param items `{ name, kind: 'ours' | 'zoo' | 'page' | 'weights', bytes, percent, source }`
 * @param caption one sentence
 */
export function plot(items, caption) {
  const order = Object.fromEntries(KEY.map(([kind], index) => [kind, index]));
  const points = [...items]
    .sort((a, b) => order[a.kind] - order[b.kind])
    .map((item) => ({
      ...item,
      x: xOf(item.bytes),
      y: yOf(item.percent),
      radius: item.kind === 'ours' ? 7 : 5,
      size: item.kind === 'ours' ? FONT + 2.6 : FONT,
      label: item.kind === 'ours' ? `${item.name} ${item.percent.toFixed(1)}` : item.name,
    }));
  const outside = points.filter(
    ({ x, y }) => x < PLOT.left || x > PLOT.right || y < PLOT.top || y > PLOT.bottom,
  );
  if (outside.length > 0)
    throw new Error(`outside of the axes: ${outside.map(({ name }) => name).join(', ')}`);
  const boxes = placeLabels(points, PLOT);

  const marks = points.map(({ kind, x, y, radius, name, percent, bytes, source }) => {
    const title = `${name}: ${percent.toFixed(1)} %, ${size(Number(bytes.toPrecision(3)))}. ${source}`;
    return `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="${radius}"><title>${escaped(title)}</title></circle>`;
  });
  const labels = points.map(({ kind, label, size: font }, index) => {
    const { left, right, top, anchor } = boxes[index];
    const x = { start: left, middle: (left + right) / 2, end: right }[anchor];
    return `<text class="${kind}" x="${round(x)}" y="${round(top + font * 0.94)}" text-anchor="${anchor}">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${escaped(caption)}</title>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
${[...axes(), ...marks, ...labels, ...key(new Set(items.map(({ kind }) => kind)))].join('\n')}
<text x="${PLOT.left}" y="${HEIGHT - 10}">${escaped(caption)}</text>
</svg>
`;
}
