import { expect, test } from '@jest/globals';
import { placeLabels } from '../../../web/app/compare/placement.js';

const frame = { x: 0, y: 0, width: 400, height: 300 };

test('a name stands right of its point where there is room', () => {
  const [label] = placeLabels([{ name: 'small', x: 100, y: 100 }], frame);
  expect(label).toMatchObject({ name: 'small', anchor: 'start' });
  expect(label!.x).toBeGreaterThan(100);
});

test('at the right edge it stands on the left', () => {
  const [label] = placeLabels([{ name: 'small', x: 395, y: 100 }], frame);
  expect(label).toMatchObject({ anchor: 'end' });
});

test('the first comes first; a name without room is left out', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => ({
    name: `model ${i}`,
    x: 200 + (i % 4),
    y: 150 + (i % 3),
  }));
  const labels = placeLabels(crowd, frame);
  expect(labels[0]!.name).toBe('model 0');
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.length).toBeLessThan(crowd.length);
  for (const [i, a] of labels.entries()) {
    for (const b of labels.slice(i + 1))
      expect(Math.abs(a.y - b.y) > 10 || Math.abs(a.x - b.x) > 10).toBe(true);
  }
});
