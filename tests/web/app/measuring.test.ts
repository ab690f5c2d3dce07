import { describe, expect, test } from '@jest/globals';
import { benchmark } from '../../../web/app/rooms/shrink/engine/benchmark.js';
import { measure, resolution } from '../../../web/app/rooms/shrink/engine/clock.js';

/** A clock that is asked in steps of `step` milliseconds and moves by `work(cost)`. */
function machine(step: number): { clock: () => number; work: (cost: number) => void } {
  let now = 0;
  return {
    clock: () => {
      now += 0.001;
      return Math.floor(now / step) * step;
    },
    work: (cost) => {
      now += cost;
    },
  };
}

describe('a coarse clock', () => {
  test('its step is found', () => {
    expect(resolution(machine(1).clock)).toBeCloseTo(1, 6);
    expect(resolution(machine(0.1).clock)).toBeCloseTo(0.1, 6);
  });

  test('work shorter than the step is repeated until it can be told', () => {
    const { clock, work } = machine(1);
    let runs = 0;
    const milliseconds = measure(
      () => {
        runs++;
        work(0.25);
      },
      1,
      clock,
    );
    expect(runs).toBeGreaterThan(10);
    expect(milliseconds).toBeCloseTo(0.25, 1);
  });

  test('work that the clock resolves is not repeated', () => {
    const { clock, work } = machine(0.1);
    let runs = 0;
    const milliseconds = measure(
      () => {
        runs++;
        work(42);
      },
      0.1,
      clock,
    );
    expect(runs).toBe(1);
    expect(milliseconds).toBeCloseTo(42, 0);
  });

  test('other work that comes between does not count', () => {
    const { clock, work } = machine(0.1);
    let runs = 0;
    const milliseconds = measure(
      () => {
        runs++;
        work(runs === 1 ? 9 : 0.5);
      },
      0.1,
      clock,
    );
    expect(milliseconds).toBeCloseTo(0.5, 1);
  });
});

describe('benchmark', () => {
  const plan = { round: 20, rounds: 7 };
  const texts = ['one', 'two', 'three'];

  test('finds the ratio of two engines, in turns', async () => {
    const { clock, work } = machine(0.1);
    const turns: string[] = [];
    const read = (side: string, cost: number) => (): void => {
      if (turns.at(-1) !== side) turns.push(side);
      work(cost);
    };
    const engines = { original: read('original', 0.4), made: read('made', 0.1) };
    const { original, made } = (await benchmark(engines, texts, plan, clock, () => Promise.resolve(true)))!;
    expect(made.median / original.median).toBeCloseTo(4, 0);
    expect(made.slowest).toBeLessThanOrEqual(made.median);
    expect(made.fastest).toBeGreaterThanOrEqual(made.median);
    expect(turns).toHaveLength(2 * plan.rounds);
  });

  test('ends without figures once something else is wanted', async () => {
    const { clock, work } = machine(0.1);
    let pauses = 0;
    let reads = 0;
    const read = (): void => {
      reads++;
      work(30);
    };
    const engines = { original: read, made: read };
    expect(await benchmark(engines, texts, plan, clock, () => Promise.resolve(++pauses < 3))).toBeUndefined();
    expect(reads).toBe(16);
  });
});
