import type { Label, Sentiment } from '../../../../lib/types.js';
import { type DateOrder } from './dates.js';
import { Days, type Span, type Unit } from './days.js';
import { addTo, Groups, type Mean, noMean } from './groups.js';
import { Strongest, type StrongRow } from './strongest.js';
import { type TellingWord, TellingWords } from './telling-words.js';

/** Bars of the distribution, of equal width from -1 to 1. */
export const BINS = 40;
const STRONGEST = 6;
const WORDS = 10;
const GROUPS = 12;
/** Columns that are looked at for groups. */
const MOST_COLUMNS = 60;

/** A value of the chosen column. */
export interface GroupMean extends Mean {
  value: string;
}

/** What is shown of all texts that were judged so far. */
export interface Summary {
  all: Mean;
  labels: Readonly<Record<Label, number>>;
  bins: readonly number[];
  /** Texts without anything that could be judged: empty, or not English. */
  silent: number;
  strongest: { negative: readonly StrongRow[]; positive: readonly StrongRow[] };
  words: { negative: TellingWord[]; positive: TellingWord[] };
  /** Columns by which means can be compared; by place. */
  groupable: readonly number[];
  groups?: { column: number; values: GroupMean[]; total: number };
  /** Columns of dates. */
  datable: readonly number[];
  days?: { column: number; unit: Unit; spans: Span[] };
}

/** The columns that are shown; the likeliest where it is left open. */
export interface TallyChoice {
  group?: number | undefined;
  date?: number | undefined;
}

/** Counts all that the room shows of the results, text by text, so that no text is needed twice. */
export class Tally {
  readonly #all = noMean();
  readonly #labels: Record<Label, number> = { negative: 0, neutral: 0, positive: 0 };
  readonly #bins = Array.from({ length: BINS }, () => 0);
  readonly #negative = new Strongest(-1, STRONGEST);
  readonly #positive = new Strongest(1, STRONGEST);
  readonly #words = new TellingWords();
  readonly #groups = new Map<number, Groups>();
  readonly #days = new Map<number, Days>();
  #silent = 0;

  /** `dates` are the columns of dates, by place; `text` is the column of the text. */
  constructor(columns: number, text: number, dates: ReadonlyMap<number, DateOrder>) {
    for (let column = 0; column < Math.min(columns, MOST_COLUMNS); column++) {
      const order = dates.get(column);
      if (order !== undefined) this.#days.set(column, new Days(order));
      else if (column !== text) this.#groups.set(column, new Groups());
    }
  }

  add(row: number, text: string, cells: readonly string[], sentiment: Sentiment): void {
    const { score, label, confidence } = sentiment;
    addTo(this.#all, score);
    this.#labels[label]++;
    this.#bins[Math.min(BINS - 1, Math.floor(((score + 1) / 2) * BINS))]!++;
    if (confidence === 0) this.#silent++;
    this.#negative.add(row, text, score);
    this.#positive.add(row, text, score);
    this.#words.add(text, score);
    for (const [column, groups] of this.#groups) groups.add(cells[column] ?? '', score);
    for (const [column, days] of this.#days) days.add(cells[column] ?? '', score);
  }

  summary(choice: TallyChoice): Summary {
    const groupable = [...this.#groups].filter(([, groups]) => groups.isOfUse).map(([column]) => column);
    const datable = [...this.#days]
      .filter(([, days]) => days.spans().spans.length > 1)
      .map(([column]) => column);
    const group = chosen(choice.group, groupable) ?? this.#clearest(groupable);
    const date = chosen(choice.date, datable) ?? datable[0];
    return {
      all: { ...this.#all },
      labels: { ...this.#labels },
      bins: [...this.#bins],
      silent: this.#silent,
      strongest: { negative: this.#negative.rows, positive: this.#positive.rows },
      words: this.#words.most(WORDS),
      groupable,
      ...(group === undefined ? {} : { groups: this.#groupsOf(group) }),
      datable,
      ...(date === undefined ? {} : { days: { column: date, ...this.#days.get(date)!.spans() } }),
    };
  }

  /** The column with the fewest values. */
  #clearest(columns: readonly number[]): number | undefined {
    return columns.toSorted((a, b) => this.#groups.get(a)!.size - this.#groups.get(b)!.size)[0];
  }

  #groupsOf(column: number): { column: number; values: GroupMean[]; total: number } {
    const groups = this.#groups.get(column)!;
    const values = groups.largest(GROUPS).map(({ value, group }) => ({ value, ...group }));
    return { column, values, total: groups.size };
  }
}

function chosen(wanted: number | undefined, known: readonly number[]): number | undefined {
  return wanted !== undefined && known.includes(wanted) ? wanted : undefined;
}
