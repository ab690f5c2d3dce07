import type { Shape } from '../../../../lib/rows.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { overTime } from '../charts/over-time.js';
import { meanOf } from '../tally/groups.js';
import type { Summary } from '../tally/tally.js';
import type { FilesWords } from '../words/index.js';
import { ColumnChoice } from './column-choice.js';
import { meanText } from './distribution.js';

const HEIGHT = 220;

/** A day as every language writes it in a list: 2026-03-01. */
const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The mean score over time, where the file has dates. */
export class TimeCourse {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #column: ColumnChoice;
  readonly #chart = new ChartFrame();
  readonly #says = element('p', { class: 'note' });
  readonly #rows = element('tbody');

  constructor(words: FilesWords, choose: (column: number) => void) {
    this.#words = words;
    this.#column = new ColumnChoice(words.overTime, words, choose);
    const head = [words.when, words.mean, words.texts].map((text) => element('th', { scope: 'col' }, text));
    const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), this.#rows);
    const frame = element(
      'div',
      { class: 'figures-frame', tabindex: 0, role: 'group', 'aria-label': words.figures },
      table,
    );
    this.root = element(
      'section',
      { class: 'card wide', hidden: '' },
      this.#column.root,
      this.#says,
      this.#chart.root,
      element('details', {}, element('summary', {}, words.figures), frame),
    );
  }

  show({ days, datable }: Summary, shape: Shape): void {
    this.root.hidden = !days;
    if (!days) return;
    const { column, unit, spans } = days;
    const words = this.#words;
    const name = words.units[unit];
    this.#column.show(datable, column, shape);
    this.#says.textContent = words.perUnit(name);
    const says = words.timeSays(name, isoDay(spans[0]!.day), isoDay(spans.at(-1)!.day));
    this.#chart.show((width) => overTime(spans, unit, { width, height: HEIGHT }, isoDay), says);
    const rows = spans.map((span) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, isoDay(span.day)),
        element('td', {}, meanText(words, meanOf(span))),
        element('td', {}, format.count(span.count)),
      ),
    );
    this.#rows.replaceChildren(...rows);
  }

  end(): void {
    this.#chart.end();
  }
}
