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
    const { milliseconds, runs } = measure(
      () => {
        work(0.25);
      },
      0,
      1,
      clock,
    );
    expect(runs).toBeGreaterThan(10);
    expect(milliseconds).toBeCloseTo(0.25, 1);
  });

  test('work that the clock resolves is not repeated', () => {
    const { clock } = machine(0.1);
    const never = (): void => {
      throw new Error('repeated');
    };
    expect(measure(never, 42, 0.1, clock)).toEqual({ milliseconds: 42, runs: 1 });
  });
});

describe('benchmark', () => {
  const plan = { warmUp: 5, round: 20, rounds: 7 };

  test('finds the ratio of two engines, in turns, with the cold round apart', async () => {
    const { clock, work } = machine(0.1);
    let cold = true;
    const turns: string[] = [];
    const read = (side: string, cost: number) => (): void => {
      if (turns.at(-1) !== side) turns.push(side);
      work(cold && side === 'left' ? cost * 4 : cost);
    };
    const stages: string[] = [];
    const result = await benchmark(
      { left: read('left', 0.1), right: read('right', 0.4) },
      ['one', 'two', 'three'],
      plan,
      clock,
      () => {
        if (turns.length > 0) cold = false;
        return Promise.resolve();
      },
      (stage) => stages.push(stage),
    );
    expect(result.left.rounds).toBe(7);
    expect(result.left.median / result.right.median).toBeCloseTo(4, 0);
    expect(result.left.cold).toBeLessThan(result.left.median / 2);
    expect(result.left.slowest).toBeLessThanOrEqual(result.left.median);
    expect(result.left.fastest).toBeGreaterThanOrEqual(result.left.median);
    expect(turns).toHaveLength(2 + 2 * plan.rounds);
    expect(stages[0]).toBe('warm-up');
    expect(stages.at(-1)).toBe('measuring');
  });
});
