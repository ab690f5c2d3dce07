import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { SharedWords } from '../../../shared/words/index.js';
import { scoreBar } from '../charts/score-bar.js';
import type { ViewRow } from '../worker/protocol.js';
import type { Sort } from '../worker/view.js';
import type { FilesWords } from '../words/index.js';
import { type AskRows, Pages } from './pages.js';
import { Scroll } from './scroll.js';

/** Rows beyond those in sight that are drawn too. */
const MARGIN = 6;
const COLUMNS = ['row', 'text', 'score', 'label', 'confidence'] as const;
type ColumnName = (typeof COLUMNS)[number];
const isSort = (column: ColumnName): column is Sort => column !== 'text' && column !== 'label';

/** What the grid tells of. */
export interface GridEvents {
  sort: (sort: Sort) => void;
  open: (row: number) => void;
}

/** Any number of rows, of which those in sight are drawn. Arrows move through them, Enter opens one. */
export class RowsGrid {
  readonly root: HTMLElement;
  readonly #words: FilesWords;
  readonly #labels: SharedWords['labels'];
  readonly #events: GridEvents;
  readonly #frame: HTMLElement;
  readonly #body = element('div', { class: 'grid-body', role: 'rowgroup' });
  readonly #heads = new Map<ColumnName, HTMLElement>();
  readonly #observer: ResizeObserver;
  #pages = new Pages(
    () => Promise.resolve([]),
    () => undefined,
  );
  #rows = 0;
  #heights = { row: 44, frame: 0 };
  #active = 0;
  #isDue = false;

  constructor(words: FilesWords, { labels }: SharedWords, events: GridEvents) {
    this.#words = words;
    this.#labels = labels;
    this.#events = events;
    const head = element('div', { class: 'grid-row grid-head', role: 'row', 'aria-rowindex': 1 });
    for (const column of COLUMNS) head.append(this.#headCell(column));
    this.#frame = element(
      'div',
      { class: 'grid-frame', role: 'grid', tabindex: 0, 'aria-label': words.table },
      element('div', { role: 'rowgroup', class: 'grid-heads' }, head),
      this.#body,
    );
    this.root = this.#frame;
    this.#frame.addEventListener('scroll', () => {
      this.#draw();
    });
    this.#frame.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    this.#observer = new ResizeObserver(() => {
      this.#measure();
      this.#draw();
    });
    this.#observer.observe(this.#frame);
  }

  /** Shows a new view of `rows` rows, from its beginning; `ask` brings them. */
  show(rows: number, ask: AskRows): void {
    this.#active = 0;
    this.#frame.scrollTop = 0;
    this.#pages = new Pages(ask, () => {
      this.#draw();
    });
    this.grow(rows);
  }

  /** The view has become longer. */
  grow(rows: number): void {
    this.#rows = rows;
    this.#pages.grow();
    this.#frame.setAttribute('aria-rowcount', String(rows + 1));
    this.#draw();
  }

  markSort(sort: Sort, isDescending: boolean): void {
    for (const [column, cell] of this.#heads) {
      if (column === sort) cell.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
  }

  end(): void {
    this.#observer.disconnect();
  }

  #headCell(column: ColumnName): HTMLElement {
    const name = this.#words.columns[column];
    const cell = element('div', { role: 'columnheader', class: `cell-${column}` });
    this.#heads.set(column, cell);
    if (!isSort(column)) {
      cell.append(name);
      return cell;
    }
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', () => {
      this.#events.sort(column);
    });
    cell.append(button);
    return cell;
  }

  /** Draws in the next frame: scrolling asks for it more often than that. */
  #draw(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#paint();
    });
  }

  /** Asks the layout how high things are, which is dear: only when that may have changed. */
  #measure(): void {
    const rowHeight = parseFloat(getComputedStyle(this.#body).getPropertyValue('--row')) * rootSize();
    const head = this.#frame.firstElementChild?.clientHeight ?? 0;
    this.#heights = { row: rowHeight, frame: Math.max(rowHeight, this.#frame.clientHeight - head) };
  }

  #scroll(): Scroll {
    return new Scroll(this.#rows, this.#heights.row, this.#heights.frame);
  }

  #paint(): void {
    const scroll = this.#scroll();
    this.#body.style.height = `${scroll.height}px`;
    const { first, top } = scroll.at(this.#frame.scrollTop);
    const from = Math.max(0, first - MARGIN);
    const to = Math.min(this.#rows, first + Math.ceil(scroll.frameHeight / scroll.rowHeight) + MARGIN);
    this.#pages.want(from, to);
    const rows: HTMLElement[] = [];
    for (let place = from; place < to; place++) {
      const row = this.#row(place, this.#pages.at(place));
      row.style.transform = `translateY(${top + (place - first) * scroll.rowHeight}px)`;
      rows.push(row);
    }
    if (this.#rows === 0) rows.push(this.#nothing());
    this.#body.replaceChildren(...rows);
    const active = this.#active >= from && this.#active < to && this.#rows > 0;
    if (active) this.#frame.setAttribute('aria-activedescendant', idOf(this.#active));
    else this.#frame.removeAttribute('aria-activedescendant');
  }

  #nothing(): HTMLElement {
    return element(
      'div',
      { role: 'row' },
      element('div', { role: 'gridcell', class: 'note' }, this.#words.nothingShown),
    );
  }

  #row(place: number, row: ViewRow | undefined): HTMLElement {
    const made = element('div', {
      class: 'grid-row',
      role: 'row',
      id: idOf(place),
      'aria-rowindex': place + 2,
    });
    if (place === this.#active) made.dataset.active = '';
    for (const column of COLUMNS) {
      const cell = element('div', { role: 'gridcell', class: `cell-${column}` });
      if (row) cell.append(...this.#cell(column, row));
      made.append(cell);
    }
    if (row) {
      made.addEventListener('click', () => {
        this.#active = place;
        this.#draw();
        this.#events.open(row.row);
      });
    }
    return made;
  }

  #cell(column: ColumnName, row: ViewRow): (Node | string)[] {
    const { score, label, line = 0, error, text, confidence } = row;
    if (column === 'row') return [format.count(row.row + 1)];
    if (column === 'text') {
      if (error === undefined) return [element('span', { dir: 'auto' }, text)];
      const why = `${this.#words.line(format.count(line))}: ${error}`;
      return [
        element('span', { class: 'unread' }, why),
        ' ',
        element('span', { class: 'unread-text' }, text),
      ];
    }
    if (label === undefined) return ['–'];
    if (column === 'score') return [scoreBar(score), element('span', {}, format.score(score))];
    if (column === 'label') return [this.#labels[label]];
    return [format.percent(confidence)];
  }

  #press(event: KeyboardEvent): void {
    if (event.target !== this.#frame) return;
    const { key } = event;
    const scroll = this.#scroll();
    const page = Math.max(1, Math.floor(scroll.frameHeight / scroll.rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: this.#rows - 1,
    };
    const wanted = moves[key];
    if (wanted !== undefined) {
      event.preventDefault();
      this.#active = Math.max(0, Math.min(this.#rows - 1, wanted));
      this.#frame.scrollTop = scroll.toward(this.#active, this.#frame.scrollTop);
      this.#draw();
    } else if (key === 'Enter') {
      const row = this.#pages.at(this.#active);
      if (row) this.#events.open(row.row);
    }
  }
}

const idOf = (place: number): string => `files-row-${place}`;

const rootSize = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);
