import { draw, type Drawing } from '../../../../../evaluation/chart/drawing.js';

const MARGIN = { top: 8, bottom: 22 };
const GAP = 1;
/** A score closer to zero than this lies on no side: the colour says so. */
const NO_SIDE = 0.05;

/** The side that a score lies on, as the colours of the page have it. */
export function sideOf(score: number): 'negative' | 'neutral' | 'positive' {
  if (Math.abs(score) < NO_SIDE) return 'neutral';
  return score < 0 ? 'negative' : 'positive';
}

/** How many texts have each score, from -1 to 1: bars of equal width, the highest as tall as the picture. */
export function histogram(bins: readonly number[], width: number, height: number): Drawing {
  const most = Math.max(1, ...bins);
  const bottom = height - MARGIN.bottom;
  const step = width / bins.length;
  const bars = bins.map((count, i) => {
    const score = ((i + 0.5) / bins.length) * 2 - 1;
    // One text is seen beside a thousand.
    const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (bottom - MARGIN.top));
    const place = { x: i * step + GAP / 2, y: bottom - tall, width: step - GAP, height: tall };
    return draw('rect', { class: sideOf(score), ...place });
  });
  const marks = [
    { x: 0, anchor: 'start', text: '−1' },
    { x: width / 2, anchor: 'middle', text: '0' },
    { x: width, anchor: 'end', text: '+1' },
  ].map(({ x, anchor, text }) => draw('text', { x, y: height - 5, 'text-anchor': anchor }, text));
  return draw(
    'svg',
    { viewBox: `0 0 ${width} ${height}` },
    ...bars,
    draw('line', { class: 'axis', x1: 0, x2: width, y1: bottom, y2: bottom }),
    ...marks,
  );
}
