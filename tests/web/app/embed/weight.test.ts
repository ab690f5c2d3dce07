import { expect, test } from '@jest/globals';
import { entryOf, partsOf } from '../../../../web/app/rooms/embed/weight.js';
import { AS_DELIVERED } from '../../../../web/app/rooms/embed/settings.js';

const weights = {
  javascript: { index: 10, worker: 20, element: 30 },
  engine: 100,
  models: { nano: 1000, small: 10_000 },
};

test('a choice weighs its code, the engine, and each model that it loads', () => {
  expect(partsOf(weights, 'index', 'nano')).toEqual({
    javascript: 10,
    engine: 100,
    model: 1000,
    total: 1110,
  });
  expect(partsOf(weights, 'element', 'auto').total).toBe(11_130);
});

test('each environment of a page has its entry; others download nothing', () => {
  const entry = (environment: Parameters<typeof entryOf>[0]['environment']): string | undefined =>
    entryOf({ environment, model: 'auto', look: AS_DELIVERED });
  expect([entry('vue'), entry('worker'), entry('bundler'), entry('node')]).toEqual([
    'element',
    'worker',
    'index',
    undefined,
  ]);
});
