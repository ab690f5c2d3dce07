import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { accuracyChart, type Point } from '../../../evaluation/chart/accuracy.js';
import { draw, type Drawing, type Frame, markup } from '../../../evaluation/chart/drawing.js';
import { accuracyFigure } from '../../../evaluation/chart/figure.js';
import { type Named, placeLabels, tieOf } from '../../../evaluation/chart/labels.js';
import { threeClasses, twoClasses } from '../../../evaluation/peers/metrics.js';
import type { Published } from '../../../evaluation/figures/points.js';

const labels = [2, 0, 0, 2];

describe('metrics of the peers', () => {
  test('count a tie as wrong, or as half right', () => {
    expect(twoClasses(labels, [2, 1, 2, 1])).toEqual({ tiesWrong: 25, tiesHalf: 50, ties: 50 });
  });

  test('average over classes, not over rows', () => {
    const figures = threeClasses([...labels, 1], [2, 2, 2, 2, 1]);
    expect(figures.accuracy).toBe(60);
    expect(figures.macroRecall).toBeCloseTo(100 * (2 / 3), 2);
    // F1: negative 0, positive 2*2/(2+4), neutral 1.
    expect(figures.macroF1).toBeCloseTo((100 * (0 + 2 / 3 + 1)) / 3, 2);
  });
});

const apart = (a: Frame, b: Frame): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('labels of the chart', () => {
  const frame = { left: 0, right: 400, top: 0, bottom: 200 };
  const named = (label: string, x: number, y: number): Named => ({ label, x, y, radius: 5, size: 12 });
  const points = [
    [20, 100],
    [26, 104],
    [395, 20],
    [200, 195],
    [206, 190],
  ].map(([x, y], index) => named(`label ${index}`, x!, y!));

  test('cover neither each other nor a point nor an obstacle, and stay inside', () => {
    const obstacle = { left: 30, right: 300, top: 103, bottom: 105 };
    const boxes = placeLabels(points, frame, [obstacle]).filter((box) => box !== undefined);
    expect(boxes).toHaveLength(points.length);
    const marks = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
    boxes.forEach((box, index) => {
      const others = [obstacle, ...marks, ...boxes.filter((_, other) => other !== index)];
      expect(others.filter((other) => !apart(box, other))).toEqual([]);
      expect([box.left >= 0, box.right <= 400, box.top >= 0, box.bottom <= 200]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    });
  });

  test('a name is tied to its point where it found no room beside it, and nowhere else', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => named(`model${i}`, 200, 90 + 4 * i));
    const ties = placeLabels(crowd, frame).map((place, i) => ({ place, point: crowd[i]! }));
    const kinds = ties.map(({ place, point }) => {
      if (!place) return 'none';
      const tie = tieOf(point, place);
      if (tie) expect(tie).toMatchObject({ x2: point.x, y2: point.y });
      return tie ? 'tied' : 'beside';
    });
    expect(kinds[0]).toBe('beside');
    expect(kinds).toContain('tied');
    const alone = named('small', 100, 100);
    expect(tieOf(alone, placeLabels([alone], frame)[0]!)).toBeUndefined();
  });

  test('stand right of their point where there is room, left of it at the right edge', () => {
    const [right] = placeLabels([named('small', 100, 100)], frame);
    expect(right?.anchor).toBe('start');
    expect(right?.x).toBeGreaterThan(100);
    expect(placeLabels([named('small', 395, 100)], frame)[0]?.anchor).toBe('end');
  });

  test('the first comes first; one without room has no place', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => named(`model ${i}`, 200 + (i % 4), 100 + (i % 3)));
    const boxes = placeLabels(crowd, frame);
    expect(boxes).toHaveLength(40);
    expect(boxes[0]).toBeDefined();
    const placed = boxes.filter((box) => box !== undefined);
    expect(placed.length).toBeLessThan(40);
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1)) expect(apart(a, b)).toBe(true);
  });
});

const item: Point = {
  name: 'a < b',
  kind: 'package',
  isShipped: false,
  bytes: 2e5,
  accuracy: 0.8,
  source: 'measured & kept',
};
const mine: Point = { ...item, name: 'mine', kind: 'int8', isShipped: true, accuracy: 0.9025 };
const float: Point = { ...mine, kind: 'float', isShipped: false, bytes: 8e5, accuracy: 0.9 };

const elements = ({ children }: Drawing, name: string): Drawing[] =>
  children.filter((child) => typeof child !== 'string').filter((child) => child.attributes.class === name);
const at = (mark: Drawing): number[] => [Number(mark.attributes.cx), Number(mark.attributes.cy)];

describe('the chart', () => {
  const layout = { width: 600, height: 400, everyName: true };

  test('has larger downloads to the right and more right answers above, and joins the builds of a model', () => {
    const chart = accuracyChart([item, mine, float], layout);
    const [left, right] = [elements(chart, 'int8')[0]!, elements(chart, 'float')[0]!].map(at);
    expect(left![0]).toBeLessThan(right![0]!);
    expect(left![1]).toBeLessThan(right![1]!);
    const { x1, y1, x2, y2 } = elements(chart, 'build')[0]!.attributes;
    expect([x1, y1, x2, y2]).toEqual([...left!, ...right!]);
    expect(elements(chart, 'build')).toHaveLength(1);
  });

  test('names every point but the second build of a model', () => {
    const chart = accuracyChart([item, mine, float], layout);
    expect(elements(chart, 'ours').map(({ children }) => children[0])).toEqual(['mine 90.3\u00a0%']);
    expect(elements(chart, 'theirs').map(({ children }) => children[0])).toEqual(['a < b']);
  });

  test('leaves out a name without room, or refuses', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ ...item, name: `model number ${i}` }));
    const small = { width: 260, height: 120 };
    expect(() => accuracyChart(crowd, { ...small, everyName: true })).toThrow('do not fit');
    const chart = accuracyChart(crowd, { ...small, everyName: false });
    expect(elements(chart, 'package')).toHaveLength(30);
    expect(elements(chart, 'theirs').length).toBeLessThan(30);
  });
});

describe('the figure', () => {
  test('holds a mark and a label per item, escaped', () => {
    const svg = accuracyFigure([item, mine], 'One sentence.');
    expect(svg.match(/<(?:circle|path) class="(?:package|int8)"[^>]*><title>/g)).toHaveLength(2);
    expect(svg).toContain('>a &#60; b</text>');
    expect(svg).toContain('measured &#38; kept');
    expect(svg).not.toContain('a < b');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('One sentence.');
  });

  test('attributes cannot be left by a quotation mark', () => {
    expect(markup(draw('text', { class: '"><script>' }))).toBe(
      '<text class="&#34;&#62;&#60;script&#62;"></text>',
    );
  });
});

test('every published figure names its source', () => {
  const file = new URL('../../../models/results/peers.json', import.meta.url);
  const { peers } = JSON.parse(readFileSync(file, 'utf8')) as { peers: Published[] };
  expect(peers.length).toBeGreaterThan(0);
  expect(
    peers.filter(({ source, bytes, sst2 }) => !source || !(bytes > 0) || !(sst2 > 50 && sst2 < 100)),
  ).toEqual([]);
});
