import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { EngineClient } from './engine/client.js';
import { sides, type Speed, type Update } from './engine/protocol.js';
import { Figure } from './figure.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';

/** Texts per second, measured on a button. */
export class SpeedFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;
  readonly #client: EngineClient;
  readonly #texts: readonly string[];
  readonly #button = element('button', { type: 'button', class: 'primary' });
  readonly #state = element('p', { class: 'note' });
  readonly #measured: (speeds: Record<'left' | 'right', Speed>) => void;
  #pair: Pair | undefined;

  /** `measured` is called with the figures of a measurement that ran to its end. */
  constructor(
    tongue: Tongue,
    client: EngineClient,
    texts: readonly string[],
    measured: (speeds: Record<'left' | 'right', Speed>) => void,
  ) {
    this.#tongue = tongue;
    this.figure = new Figure('figure-speed', tongue.words.speed, '');
    this.#button.textContent = tongue.words.measure;
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
    this.figure.mean(this.#tongue.words.speedHint(format.count(this.#texts.length)));
  }

  async #run(): Promise<void> {
    const pair = this.#pair;
    if (!pair) return;
    this.#button.disabled = true;
    // The worker may be in the middle of something: the click is answered here, at once.
    this.#state.textContent = this.#tongue.words.warmingUp;
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
      const message = error instanceof Error ? error.message : String(error);
      this.#state.textContent = this.#tongue.words.stopped(message);
    }
    this.#button.disabled = false;
  }

  #progress(update: Update): void {
    if (update.kind !== 'benchmark') return;
    this.#state.textContent =
      update.stage === 'warm-up'
        ? this.#tongue.words.warmingUp
        : this.#tongue.words.measuring(format.percent(Math.floor(update.share * 10) / 10));
  }

  #show(pair: Pair, speeds: Record<'left' | 'right', Speed>): void {
    const { words } = this.#tongue;
    const fastest = Math.max(speeds.left.median, speeds.right.median);
    for (const side of sides) {
      const { median, slowest, fastest: best, cold } = speeds[side];
      this.figure.show(
        side,
        format.perSecond(median),
        words.rounds(format.perSecond(slowest), format.perSecond(best), format.perSecond(cold)),
        median / fastest,
      );
    }
    const [quick, slow] =
      speeds.left.median >= speeds.right.median ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const names = callThem(pair, this.#tongue);
    const ratio = speeds[quick].median / speeds[slow].median;
    const verdict =
      isSame(pair) || ratio < 1.05
        ? words.sameSpeed
        : words.readsMore(names[quick], format.ratio(ratio), names[slow]);
    this.#state.textContent = words.measured(format.count(speeds.left.rounds));
    this.figure.mean(`${words.sentence(verdict)} ${words.battery}`);
  }
}
