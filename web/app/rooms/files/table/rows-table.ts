import { choice } from '../../../shared/choice.js';
import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { LABELS } from '../../../shared/verdict.js';
import type { SharedWords } from '../../../shared/words/index.js';
import type { FileSession } from '../session.js';
import type { Sort, ViewOptions } from '../worker/view.js';
import type { FilesWords } from '../words/index.js';
import type { AskRows } from './pages.js';
import { RowsGrid } from './rows-grid.js';

/** A search begins when typing pauses for this many milliseconds. */
const QUIET = 350;

const EVERYTHING: ViewOptions = { sort: 'row', isDescending: false, search: '' };
const isEverything = ({ sort, isDescending, search, only }: ViewOptions): boolean =>
  sort === 'row' && !isDescending && search === '' && only === undefined;

/** All rows: searched, sorted, and one kind of them alone. */
export class RowsTable {
  readonly root: HTMLElement;
  readonly #session: FileSession;
  readonly #words: FilesWords;
  readonly #fail: (error: unknown) => void;
  readonly #grid: RowsGrid;
  readonly #search: HTMLInputElement;
  readonly #only: HTMLElement;
  readonly #count = element('p', { class: 'note grid-count' });
  #view = EVERYTHING;
  /** The run whose rows are shown, where it stood, and how many there were. */
  #shown = '';
  #later: number | undefined;
  #asked = 0;

  constructor(
    session: FileSession,
    words: FilesWords,
    shared: SharedWords,
    events: { open: (row: number) => void; fail: (error: unknown) => void },
  ) {
    this.#session = session;
    this.#words = words;
    this.#fail = events.fail;
    this.#grid = new RowsGrid(words, shared, {
      sort: (sort) => {
        this.#sort(sort);
      },
      open: events.open,
    });
    this.#search = element('input', {
      type: 'search',
      'aria-label': words.search,
      placeholder: words.search,
    });
    this.#search.addEventListener('input', () => {
      window.clearTimeout(this.#later);
      this.#later = window.setTimeout(() => {
        this.#apply({ search: this.#search.value.trim() });
      }, QUIET);
    });
    const labels = LABELS.map((label) => [label, shared.labels[label]] as const);
    const options = [['all', words.onlyAll], ...labels, ['unreadable', words.onlyUnreadable]] as const;
    this.#only = choice(words.only, options, 'all', (value) => {
      this.#apply({ only: value === 'all' ? undefined : value });
    });
    this.root = element(
      'section',
      { class: 'files-table', hidden: '' },
      element('h2', {}, words.table),
      element('div', { class: 'grid-tools' }, this.#search, this.#only, this.#count),
      this.#grid.root,
    );
  }

  show(): void {
    const { progress, phase, run } = this.#session.state;
    this.root.hidden = !progress || progress.rows === 0;
    if (!progress || this.root.hidden) return;
    const isOver = phase === 'done' || phase === 'stopped';
    const shown = `${run} ${isOver} ${progress.rows}`;
    if (shown === this.#shown) return;
    const isNew = this.#shown.split(' ')[0] !== String(run);
    this.#shown = shown;
    if (isNew) this.#reset();
    if (isEverything(this.#view)) {
      this.#say(progress.rows);
      if (isNew) this.#grid.show(progress.rows, this.#ask());
      else this.#grid.grow(progress.rows);
      // Sorted or searched rows are put in order once more when all are there.
    } else if (isOver) void this.#request();
  }

  /** Shows the rows that have a word, from the first. */
  find(word: string): void {
    this.#search.value = word;
    this.#apply({ search: word });
    this.root.scrollIntoView({ block: 'start' });
  }

  /** Shows the rows that could not be read. */
  showUnreadable(): void {
    this.#search.value = '';
    this.#setOnly('unreadable');
    this.#apply({ search: '', only: 'unreadable' });
    this.root.scrollIntoView({ block: 'start' });
    this.#grid.root.focus({ preventScroll: true });
  }

  end(): void {
    window.clearTimeout(this.#later);
    this.#grid.end();
  }

  #reset(): void {
    this.#view = EVERYTHING;
    this.#search.value = '';
    this.#setOnly('all');
    this.#grid.markSort('row', false);
  }

  #setOnly(value: string): void {
    const select = this.#only.querySelector('select');
    if (select) select.value = value;
  }

  /** The strongest first at the first press, whatever is sorted by; then the other way round. */
  #sort(sort: Sort): void {
    const isDescending = sort === this.#view.sort ? !this.#view.isDescending : sort !== 'row';
    this.#apply({ sort, isDescending });
  }

  #apply(change: Partial<{ [Key in keyof ViewOptions]: ViewOptions[Key] | undefined }>): void {
    this.#view = { ...this.#view, ...change } as ViewOptions;
    this.#grid.markSort(this.#view.sort, this.#view.isDescending);
    void this.#request();
  }

  async #request(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { rows } = await this.#session.ask('view', { options: this.#view }, (update) => {
        if (update.kind === 'passed' && asked === this.#asked) {
          this.#count.textContent = this.#words.searching(format.count(update.value));
        }
      });
      if (asked !== this.#asked) return;
      this.#say(rows);
      this.#grid.show(rows, this.#ask());
    } catch (error) {
      // A newer one was asked for, which will answer.
      if (asked === this.#asked) this.#fail(error);
    }
  }

  #ask(): AskRows {
    return (from, count) => this.#session.ask('rows', { from, count });
  }

  #say(rows: number): void {
    this.#count.textContent = this.#words.shown(format.count(rows));
  }
}
