import * as format from '../../shared/format.js';
import { sides, type Side } from './engine/protocol.js';
import { Figure } from './figure.js';
import { Latencies, histogram } from './histogram.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';
import { median } from './statistics.js';

/** Readings a column before the two are compared: the first ones still run on code that the browser has not optimised. */
const enough = 8;

/** How long each column takes for a reading, gathered while the visitor types. */
export class LatencyFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;
  readonly #times: Record<Side, Latencies> = { left: new Latencies(), right: new Latencies() };
  #frame = 0;

  constructor(tongue: Tongue) {
    this.#tongue = tongue;
    this.figure = new Figure('figure-latency', tongue.words.latency, tongue.words.latencyHint);
    new ResizeObserver(() => {
      this.#draw();
    }).observe(this.figure.both);
  }

  clear(): void {
    for (const side of sides) {
      this.#times[side].clear();
      this.figure.wait(side, this.#tongue.words.noReadings);
    }
    this.figure.mean(this.#tongue.words.latencyHint);
    this.#draw();
  }

  add(side: Side, milliseconds: number, pair: Pair | undefined): void {
    this.#times[side].add(milliseconds);
    const { values } = this.#times[side];
    const { words } = this.#tongue;
    this.figure.show(
      side,
      format.duration(median(values)),
      values.length === 1 ? words.oneReading : words.medianOf(format.count(values.length)),
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
    const names = callThem(pair, this.#tongue);
    const { words } = this.#tongue;
    const ratio = times[slow] / times[quick];
    const verdict =
      isSame(pair) || ratio < 1.05
        ? words.sameTime
        : words.answersFaster(names[quick], format.ratio(ratio), names[slow]);
    this.figure.mean(`${words.sentence(verdict)} ${words.barsMean}`);
  }

  /** Draws even without readings: what stands below must not move away from under a finger when the first comes. */
  #draw(): void {
    const { left, right } = this.#times;
    this.figure.both.replaceChildren(
      histogram(left.values, right.values, this.figure.both.clientWidth || 320, this.#tongue.words),
    );
  }
}
