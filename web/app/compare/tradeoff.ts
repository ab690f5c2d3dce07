import { drawing, element } from '../dom.js';
import * as format from '../format.js';
import { mark, scatter } from './scatter.js';
import type { Kind, Point } from './scatter.js';

const legend: Record<Kind, string> = {
  int8: 'Sentibyte, 8 bits',
  float: 'Sentibyte, 32 bits',
  package: 'another package, with all it needs',
  weights: 'published weights alone, a byte each',
};

function key(kinds: ReadonlySet<Kind>): HTMLElement {
  const list = element('ul', { class: 'legend' });
  for (const [kind, text] of Object.entries(legend)) {
    // Object.entries forgets that the keys are kinds.
    if (!kinds.has(kind as Kind)) continue;
    const glyph = drawing('svg', { class: 'scatter glyph', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
    glyph.append(mark(kind as Kind, 8, 8));
    list.append(element('li', {}, glyph, text));
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
  const chart = element('div', { class: 'chart' });
  let drawn = 0;
  new ResizeObserver(() => {
    const width = chart.clientWidth;
    if (width === drawn || width === 0) return;
    drawn = width;
    chart.replaceChildren(scatter(points, width));
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
