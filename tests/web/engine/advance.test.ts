import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Engine, EngineRun } from '../../../web/lib/engine.js';
import { createEngine } from '../../../web/lib/node/engine.js';
import { fixture, fingerprints } from '../../support/fixtures.js';

/** Texts of 1 to 9 tokens, and one of none. */
const LENGTHS = Uint32Array.from({ length: 40 }, (_, i) => (i * 7) % 10);
const IDS = Uint16Array.from({ length: LENGTHS.reduce((a, b) => a + b) }, (_, i) => (i * 3) % 4);

const over = expect.objectContaining({ name: 'SentibyteError', code: 'input' });

/** Its results, and how often it went on. */
function finish(run: EngineRun, steps: number): { scores: number[]; calls: number } {
  for (let calls = 1; ; ++calls) {
    const scores = run.advance(steps);
    if (scores) return { scores: [...scores], calls };
  }
}

test.each(fingerprints())('%s gives the same bits in parts', async (name) => {
  const precision = name.endsWith('.float') ? 'float' : 'int8';
  const engine = await createEngine({ blob: fixture(name), precision });
  const expected = [...engine.run(IDS, LENGTHS)];
  const logits = [...engine.logits()];
  let most = Infinity;
  for (const steps of [1, 5000, 100_000, Infinity]) {
    const { scores, calls } = finish(engine.start(IDS, LENGTHS), steps);
    expect(scores).toEqual(expected);
    expect([...engine.logits()]).toEqual(logits);
    expect(calls).toBeLessThanOrEqual(most);
    if (steps === 1) expect(calls).toBeGreaterThan(IDS.length);
    most = calls;
  }
  expect(most).toBe(1);
});

describe('a run', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({ blob: fixture('cnn'), precision: 'int8' });
  });

  test('that is finished is over', () => {
    const run = engine.start(IDS, LENGTHS);
    expect([run.isOpen(), engine.isRunning()]).toEqual([true, true]);
    expect(run.advance(1)).toBeUndefined();
    expect([run.isOpen(), engine.isRunning()]).toEqual([true, true]);
    finish(run, 1e9);
    expect([run.isOpen(), engine.isRunning()]).toEqual([false, false]);
    expect(() => run.advance(1)).toThrow(over);
  });

  test('that is not finished has no results', () => {
    const run = engine.start(IDS, LENGTHS);
    run.advance(1);
    expect(engine.logits()).toHaveLength(0);
    run.drop();
    expect([run.isOpen(), engine.isRunning()]).toEqual([false, false]);
    expect(() => run.advance(1)).toThrow(over);
  });

  test('is dropped by another, which it does not disturb', () => {
    const expected = [...engine.run(Uint16Array.of(9, 8, 7), Uint32Array.of(3))];
    const first = engine.start(IDS, LENGTHS);
    first.advance(1);
    const second = engine.start(Uint16Array.of(9, 8, 7), Uint32Array.of(3));
    expect(first.isOpen()).toBe(false);
    first.drop();
    expect(second.isOpen()).toBe(true);
    expect(() => first.advance(1)).toThrow(over);
    expect(finish(second, 1).scores).toEqual(expected);
    const third = engine.start(IDS, LENGTHS);
    third.advance(1);
    expect([...engine.run(Uint16Array.of(9, 8, 7), Uint32Array.of(3))]).toEqual(expected);
    expect(third.isOpen()).toBe(false);
  });

  test('is dropped by one that is refused, and by one that needs larger buffers', () => {
    const first = engine.start(IDS, LENGTHS);
    first.advance(1);
    expect(() => engine.start(Uint16Array.of(65535), Uint32Array.of(1))).toThrow(over);
    expect([first.isOpen(), engine.isRunning()]).toEqual([false, false]);
    const second = engine.start(IDS, LENGTHS);
    second.advance(1);
    expect(engine.run(new Uint16Array(200_000), new Uint32Array(200_000).fill(1))).toHaveLength(800_000);
    expect(second.isOpen()).toBe(false);
  });

  test('goes on for a part however few steps are left, and takes any number for steps', () => {
    const { calls } = finish(engine.start(IDS, LENGTHS), 1);
    expect(calls).toBeGreaterThan(IDS.length);
    for (const steps of [0, -1, 0.5, NaN])
      expect(finish(engine.start(IDS, LENGTHS), steps).calls).toBe(calls);
  });

  test('ends with its engine', async () => {
    const another = await createEngine({ blob: fixture('cnn'), precision: 'int8' });
    const run = another.start(IDS, LENGTHS);
    run.advance(1);
    another.dispose();
    expect([run.isOpen(), another.isRunning()]).toEqual([false, false]);
    const disposed = expect.objectContaining({ code: 'disposed' });
    expect(() => run.advance(1)).toThrow(disposed);
    expect(() => another.start(IDS, LENGTHS)).toThrow(disposed);
  });
});
