import {
  accuracyChart,
  ALL_KINDS,
  mark,
  type Kind,
  type Point,
} from '../../../../evaluation/chart/accuracy.js';
import type { Drawing } from '../../../../evaluation/chart/drawing.js';
import { drawing, element, painted } from '../../shared/dom.js';
import { drawForWidth } from '../../shared/drawn-width.js';
import * as format from '../../shared/format.js';
import { chartSentence } from './chart-sentence.js';
import { dataTable } from './table.js';
import type { EvidenceWords } from './words/index.js';

/** The tallest chart: on a phone names need room below each other. */
const TALLEST = 900;

/** The chart with a name at every point: as tall as that takes, up to a bound. */
function chartFor(points: readonly Point[], width: number): Drawing {
  const start = Math.round(Math.min(560, Math.max(340, width * 0.5)));
  for (let height = start; height < TALLEST; height += 60) {
    try {
      return accuracyChart(points, { width, height, everyName: true });
    } catch {
      // Not enough room for all names yet.
    }
  }
  return accuracyChart(points, { width, height: TALLEST, everyName: false });
}

function key(kinds: ReadonlySet<Kind>, words: EvidenceWords): HTMLElement {
  const list = element('ul', { class: 'legend' });
  for (const kind of ALL_KINDS) {
    if (!kinds.has(kind)) continue;
    const glyph = drawing('svg', { class: 'scatter glyph', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
    glyph.append(painted(mark(kind, 8, 8)));
    list.append(element('li', {}, glyph, words.kinds[kind]));
  }
  return list;
}

/** The chart of accuracy against size, its sentence, and the table behind it. */
export function tradeoff(
  points: readonly Point[],
  words: EvidenceWords,
): { root: HTMLElement; end: () => void } {
  // Its figures stand in the table below; as an image it is for the eyes alone.
  const chart = element('div', { class: 'chart', 'aria-hidden': 'true' });
  const end = drawForWidth(chart, (width) => {
    chart.replaceChildren(painted(chartFor(points, width)));
  });
  const rows = points
    .toSorted((a, b) => b.accuracy - a.accuracy)
    .map(({ name, kind, bytes, accuracy, source }) => [
      kind === 'float' ? words.bits32(name) : name,
      format.percent(accuracy, 1),
      format.bytes(bytes),
      source,
    ]);
  const { model, right, size, source } = words.columns;
  const root = element(
    'section',
    { class: 'tradeoff', 'aria-labelledby': 'tradeoff-title' },
    element('h2', { id: 'tradeoff-title' }, words.chart),
    element('p', { class: 'meaning' }, chartSentence(points, words)),
    key(new Set(points.map(({ kind }) => kind)), words),
    element('p', { class: 'axis-title', 'aria-hidden': 'true' }, words.rightAnswers),
    chart,
    element('p', { class: 'axis-title end', 'aria-hidden': 'true' }, words.download),
    element(
      'details',
      { class: 'data' },
      element('summary', {}, words.figures),
      dataTable(words.figures, [model, right, size, source], rows),
    ),
  );
  return { root, end };
}
