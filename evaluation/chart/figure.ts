// The accuracy chart as an image that stands alone: with its own colours, titles and key.
import { accuracyChart, ALL_KINDS, KINDS, mark, type Point } from './accuracy.js';
import { draw, type Drawing, markup } from './drawing.js';
import { theme } from './theme.js';

const WIDTH = 820;
const HEIGHT = 560;
const CHART = { top: 20, height: HEIGHT - 86 };

const STYLE = `${theme({ ours: ['#0b6bcb', '#6db3ff'], peer: ['#8a5a00', '#e0b45c'] })}
  .scatter text { fill: var(--soft); }
  .tick { stroke: var(--line); }
  .build { stroke: var(--ours); stroke-width: 1.5; opacity: 0.5; }
  .tie { stroke: var(--soft); stroke-width: 1; }
  circle, path { stroke-width: 2; }
  .int8 { fill: var(--ours); stroke: var(--ours); }
  .float { fill: var(--paper); stroke: var(--ours); }
  .package { fill: var(--peer); stroke: var(--peer); }
  .weights { fill: var(--paper); stroke: var(--peer); }
  .scatter .ours, .scatter .theirs { fill: var(--ink); stroke: var(--paper); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
  .scatter .ours { fill: var(--ours); font-weight: 700; font-size: 13.8px; }
`;

function key(points: readonly Point[]): Drawing[] {
  const y = CHART.top + CHART.height + 16;
  let x = 50;
  return ALL_KINDS.filter((kind) => points.some((point) => point.kind === kind)).flatMap((kind) => {
    const entry = [mark(kind, x, y), draw('text', { class: 'soft', x: x + 12, y: y + 4 }, KINDS[kind])];
    x += 32 + KINDS[kind].length * 5.8;
    return entry;
  });
}

/** The image; `caption` is one sentence. Throws where a name finds no room. */
export function accuracyFigure(points: readonly Point[], caption: string): string {
  const chart = accuracyChart(points, { width: WIDTH, height: CHART.height, everyName: true });
  const place = { x: 0, y: CHART.top, width: WIDTH, height: CHART.height };
  const image = draw(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-labelledby': 'title',
    },
    draw('title', { id: 'title' }, caption),
    draw('style', {}, STYLE),
    draw('rect', { class: 'paper', width: WIDTH, height: HEIGHT }),
    draw('text', { class: 'soft', x: 8, y: 18 }, 'SST-2 accuracy'),
    draw('text', { class: 'soft', x: WIDTH - 12, y: 18, 'text-anchor': 'end' }, 'download (logarithmic) →'),
    { ...chart, attributes: { ...chart.attributes, ...place } },
    ...key(points),
    draw('text', { x: 44, y: HEIGHT - 14 }, caption),
  );
  return `${markup(image)}\n`;
}
