import { element } from '../dom.js';
import type { EngineClient } from '../engine/client.js';
import type { Speed, Update } from '../engine/protocol.js';
import * as format from '../format.js';
import { Figure, sides } from './figure.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';

const warmingUp = 'Warming up…';

/** Texts per second, measured on a button. */
export class SpeedFigure {
  readonly figure = new Figure('figure-speed', 'Texts per second', '');
  readonly #client: EngineClient;
  readonly #texts: readonly string[];
  readonly #button = element('button', { type: 'button', class: 'primary' }, 'Measure the speed');
  readonly #state = element('p', { class: 'note', role: 'status' });
  readonly #measured: (speeds: Record<'left' | 'right', Speed>) => void;
  #pair: Pair | undefined;

  /** `measured` is called with the figures of a measurement that ran to its end. */
  constructor(
    client: EngineClient,
    texts: readonly string[],
    measured: (speeds: Record<'left' | 'right', Speed>) => void,
  ) {
    this.#measured = measured;
    this.#client = client;
    this.#texts = texts;
    this.#button.addEventListener('click', () => {
      void this.#run();
    });
    this.figure.both.append(this.#button, this.#state);
    this.clear(undefined);
  }

  /** The columns have changed: what was measured says nothing about them. */
  clear(pair: Pair | undefined): void {
    this.#pair = pair;
    this.#button.disabled = pair === undefined;
    this.#state.textContent = '';
    for (const side of sides) this.figure.wait(side);
    this.figure.mean(
      `Reads the page’s ${format.count(this.#texts.length)} test texts over and over for about five seconds, the two columns in turns.`,
    );
  }

  async #run(): Promise<void> {
    const pair = this.#pair;
    if (!pair) return;
    this.#button.disabled = true;
    // The worker may be in the middle of something: the click is answered here, at once.
    this.#state.textContent = warmingUp;
    try {
      const speeds = await this.#client.ask({ kind: 'benchmark', texts: [...this.#texts] }, (update) => {
        if (this.#pair === pair) this.#progress(update);
      });
      // Engines changed under the measurement: its figures belong to no column, the button to the new pair.
      if (this.#pair !== pair) return;
      this.#show(pair, speeds);
      this.#measured(speeds);
    } catch (error) {
      if (this.#pair !== pair) return;
      this.#state.textContent = `The measurement stopped: ${error instanceof Error ? error.message : String(error)}`;
    }
    this.#button.disabled = false;
  }

  #progress(update: Update): void {
    if (update.kind !== 'benchmark') return;
    this.#state.textContent =
      update.stage === 'warm-up'
        ? warmingUp
        : `Measuring… ${format.percent(Math.floor(update.share * 10) / 10)} done`;
  }

  #show(pair: Pair, speeds: Record<'left' | 'right', Speed>): void {
    const fastest = Math.max(speeds.left.median, speeds.right.median);
    for (const side of sides) {
      const { median, slowest, fastest: best, cold } = speeds[side];
      this.figure.show(
        side,
        format.perSecond(median),
        `rounds from ${format.perSecond(slowest)} to ${format.perSecond(best)}; first round, still cold: ${format.perSecond(cold)}`,
        median / fastest,
      );
    }
    const [quick, slow] =
      speeds.left.median >= speeds.right.median ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const names = callThem(pair);
    const ratio = speeds[quick].median / speeds[slow].median;
    const verdict =
      isSame(pair) || ratio < 1.05
        ? 'Both are equally fast.'
        : `${capital(names[quick])} reads ${format.times(ratio)} as many texts as ${names[slow]} in the same time.`;
    this.#state.textContent = `Done: the median of ${speeds.left.rounds} rounds a column, after a warm-up.`;
    this.figure.mean(`${verdict} Faster also means less battery for the same work.`);
  }
}
