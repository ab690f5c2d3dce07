import * as format from '../format.js';
import { Figure, sides } from './figure.js';
import type { Side } from './figure.js';
import { Latencies, histogram } from './histogram.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';
import { median } from './statistics.js';

/** Readings a column before the two are compared: the first ones still run on code that the browser has not optimised. */
const enough = 8;

const invitation = 'Type above: every key press adds a reading to each column’s times.';

/** How long each column takes for a reading, gathered while the visitor types. */
export class LatencyFigure {
  readonly figure = new Figure('figure-latency', 'Time for one reading', invitation);
  readonly #times: Record<Side, Latencies> = { left: new Latencies(), right: new Latencies() };
  #frame = 0;

  constructor() {
    new ResizeObserver(() => {
      this.#draw();
    }).observe(this.figure.both);
  }

  clear(): void {
    for (const side of sides) {
      this.#times[side].clear();
      this.figure.wait(side, 'no readings yet');
    }
    this.figure.mean(invitation);
    this.#draw();
  }

  add(side: Side, milliseconds: number, pair: Pair | undefined): void {
    this.#times[side].add(milliseconds);
    const { values } = this.#times[side];
    this.figure.show(
      side,
      format.duration(median(values)),
      values.length === 1 ? 'one reading' : `median of ${format.count(values.length)} readings`,
    );
    if (pair) this.#explain(pair);
    // Both columns report within one frame: one drawing serves both.
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#draw();
    });
  }

  #explain(pair: Pair): void {
    const { left, right } = this.#times;
    if (Math.min(left.values.length, right.values.length) < enough) return;
    const times = { left: median(left.values), right: median(right.values) };
    const [quick, slow] =
      times.left <= times.right ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const names = callThem(pair);
    const ratio = times[slow] / times[quick];
    const verdict =
      isSame(pair) || ratio < 1.05
        ? 'Both take about the same time.'
        : `${capital(names[quick])} answers ${format.times(ratio)} faster than ${names[slow]}.`;
    this.figure.mean(
      `${verdict} Each bar counts readings of that duration, left column upwards, right column downwards; an eye blinks in about 100 ms.`,
    );
  }

  /** Draws even without readings: what stands below must not move away from under a finger when the first comes. */
  #draw(): void {
    const { left, right } = this.#times;
    this.figure.both.replaceChildren(
      histogram(left.values, right.values, this.figure.both.clientWidth || 320),
    );
  }
}
