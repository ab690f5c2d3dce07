import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Metrics {
  twoClasses: (
    labels: number[],
    predicted: number[],
  ) => { tiesWrong: number; tiesHalf: number; ties: number };
  threeClasses: (
    labels: number[],
    predicted: number[],
  ) => { accuracy: number; macroF1: number; macroRecall: number };
}
interface Point {
  x: number;
  y: number;
  radius: number;
  size: number;
  label: string;
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Labels {
  placeLabels: (points: Point[], frame: Box) => Box[];
}
interface Item {
  name: string;
  kind: string;
  bytes: number;
  percent: number;
  source: string;
}
interface Plot {
  plot: (items: Item[], caption: string) => string;
}

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const load = async (name: string): Promise<unknown> => import(path(name));

const { twoClasses, threeClasses } = (await load('bench/peers/metrics.mjs')) as Metrics;
const { placeLabels } = (await load('scripts/figure/labels.mjs')) as Labels;
const { plot } = (await load('scripts/figure/plot.mjs')) as Plot;

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

const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('labels of the figure', () => {
  const frame = { left: 0, right: 400, top: 0, bottom: 200 };
  const points = [
    [20, 100],
    [26, 104],
    [395, 20],
    [200, 195],
    [206, 190],
  ].map(([x, y], index) => ({ x: x!, y: y!, radius: 5, size: 12, label: `label ${index}` }));

  test('cover neither each other nor a point, and stay inside', () => {
    const boxes = placeLabels(points, frame);
    const marks = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
    boxes.forEach((box, index) => {
      const others = [...marks, ...boxes.filter((_, other) => other !== index)];
      expect(others.filter((other) => !apart(box, other))).toEqual([]);
      expect([box.left >= 0, box.right <= 400, box.top >= 0, box.bottom <= 200]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    });
  });

  test('are refused where they cannot fit', () => {
    expect(() => placeLabels(points, { left: 0, right: 40, top: 90, bottom: 110 })).toThrow('do not fit');
  });
});

describe('the figure', () => {
  const item = { name: 'a < b', kind: 'page', bytes: 2e5, percent: 80, source: 'measured & kept' };

  test('holds a mark and a label per item, escaped', () => {
    const svg = plot([item, { ...item, name: 'mine', kind: 'ours', percent: 90.25 }], 'One sentence.');
    expect(svg.match(/<circle class="(?:page|ours)"[^>]*><title>/g)).toHaveLength(2);
    expect(svg).toContain('a &#60; b');
    expect(svg).not.toContain('a < b');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('One sentence.');
  });

  test('refuses what lies outside of its axes', () => {
    expect(() => plot([{ ...item, percent: 20 }], 'x')).toThrow('outside of the axes: a < b');
  });
});

test('every published figure names its source', () => {
  const { peers } = JSON.parse(readFileSync(path('models/results/peers.json'), 'utf8')) as {
    peers: (Item & { sst2: number })[];
  };
  expect(peers.length).toBeGreaterThan(0);
  expect(
    peers.filter(({ source, bytes, sst2 }) => !source || !(bytes > 0) || !(sst2 > 50 && sst2 < 100)),
  ).toEqual([]);
});
