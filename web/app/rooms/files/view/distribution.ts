import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { LABELS } from '../../../shared/verdict.js';
import type { SharedWords } from '../../../shared/words/index.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { histogram } from '../charts/histogram.js';
import { meanOf } from '../tally/groups.js';
import type { Summary } from '../tally/tally.js';
import type { FilesWords } from '../words/index.js';

const HEIGHT = 180;

/** A mean with what chance may move it by. */
export function meanText(words: FilesWords, { mean, margin }: ReturnType<typeof meanOf>): string {
  if (!Number.isFinite(margin)) return format.score(mean);
  return words.meanOf(format.score(mean), margin.toFixed(2));
}

/** How many texts there are of each label and each score. */
export class Distribution {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #labels: SharedWords['labels'];
  readonly #chart = new ChartFrame();
  readonly #shares = element('dl', { class: 'label-shares' });

  constructor(words: FilesWords, { labels }: SharedWords) {
    this.#words = words;
    this.#labels = labels;
    this.root = element(
      'section',
      { class: 'card' },
      element('h2', {}, words.distribution),
      this.#shares,
      this.#chart.root,
    );
  }

  show({ all, labels, bins }: Summary): void {
    const words = this.#words;
    const shares = format.percents(LABELS.map((label) => (all.count === 0 ? 0 : labels[label] / all.count)));
    const mean = meanText(words, meanOf(all));
    const figures = LABELS.map((label, i) => {
      const name = element('dt', { 'data-label': label }, this.#labels[label]);
      return element('div', {}, name, element('dd', {}, shares[i]!));
    });
    const last = element('div', {}, element('dt', {}, words.mean), element('dd', {}, mean));
    this.#shares.replaceChildren(...figures, last);
    const [negative = '', neutral = '', positive = ''] = shares;
    const says = words.distributionSays(negative, neutral, positive, mean);
    this.#chart.show((width) => histogram(bins, width, HEIGHT), says);
  }

  end(): void {
    this.#chart.end();
  }
}
