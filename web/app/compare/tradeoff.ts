import { accuracyChart, ALL_KINDS, KINDS, mark } from '../../../evaluation/chart/accuracy.js';
import type { Kind, Point } from '../../../evaluation/chart/accuracy.js';
import { drawing, element, painted } from '../dom.js';
import * as format from '../format.js';

function key(kinds: ReadonlySet<Kind>): HTMLElement {
  const list = element('ul', { class: 'legend' });
  for (const kind of ALL_KINDS) {
    if (!kinds.has(kind)) continue;
    const glyph = drawing('svg', { class: 'scatter glyph', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
    glyph.append(painted(mark(kind, 8, 8)));
    list.append(element('li', {}, glyph, KINDS[kind]));
  }
  return list;
}

function table(points: readonly Point[]): HTMLElement {
  const head = element(
    'tr',
    {},
    ...['Model', 'Right answers', 'Size', 'Source'].map((text) => element('th', { scope: 'col' }, text)),
  );
  const rows = [...points]
    .sort((a, b) => b.accuracy - a.accuracy)
    .map(({ name, kind, bytes, accuracy, source }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, kind === 'float' ? `${name}, 32 bits` : name),
        element('td', {}, format.percent(accuracy, 1)),
        element('td', {}, format.bytes(bytes)),
        element('td', { class: 'source' }, source),
      ),
    );
  return element(
    'details',
    { class: 'data' },
    element('summary', {}, 'The figures behind the chart, each with its source'),
    element(
      'div',
      { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Figures behind the chart' },
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
    ),
  );
}

/** The chart of accuracy against size, its sentence, and the table behind it. */
export function tradeoff(points: readonly Point[], sentence: string): HTMLElement {
  // Its figures stand in the table below; as an image it is for the eyes alone.
  const chart = element('div', { class: 'chart', 'aria-hidden': 'true' });
  let drawn = 0;
  new ResizeObserver(() => {
    const width = chart.clientWidth;
    if (width === drawn || width === 0) return;
    drawn = width;
    const height = Math.round(Math.min(480, Math.max(320, width * 0.55)));
    chart.replaceChildren(painted(accuracyChart(points, { width, height, everyName: false })));
  }).observe(chart);
  return element(
    'section',
    { class: 'tradeoff', id: 'tradeoff', 'aria-labelledby': 'tradeoff-title' },
    element('h3', { id: 'tradeoff-title' }, 'How often right, for how large a download'),
    element('p', { class: 'meaning' }, sentence),
    key(new Set(points.map(({ kind }) => kind))),
    element('p', { class: 'axis-title', 'aria-hidden': 'true' }, 'Right answers'),
    chart,
    element(
      'p',
      { class: 'axis-title end', 'aria-hidden': 'true' },
      'Download, each line ten times the last',
    ),
    table(points),
  );
}
