import type { Engine } from '../engine/types.js';
import type { Interruption } from './slices.js';

/**
 * Steps of work of the engine in one slice: 2 ms as a rule, 30 where there is no SIMD, as engine/format/FORMAT.md measures
 * them.
 */
const STEPS_A_SLICE = 30_000_000;

/**
 * A run of the engine for work that takes turns. There is one engine for all of them and it has one run at a time, so that
 * each waits until that of another is over. Only what cannot wait, `analyze`, drops it; then it is done anew at once, as work
 * that could be dropped time and again might never end. Whoever gives up this generator frees the engine.
 */
export function* runInSlices(
  engine: Engine,
  ids: Uint16Array,
  lengths: Uint32Array,
): Generator<Interruption, Float32Array, undefined> {
  while (engine.isRunning()) yield 'waiting';
  const run = engine.start(ids, lengths);
  try {
    for (;;) {
      const values = run.advance(STEPS_A_SLICE);
      if (values) return values;
      yield 'running';
      if (run.isOpen()) continue;
      while (engine.isRunning()) yield 'waiting';
      return engine.run(ids, lengths);
    }
  } finally {
    run.drop();
  }
}
