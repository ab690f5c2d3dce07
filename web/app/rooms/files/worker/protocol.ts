import type { Sniffed, SniffOptions } from '../../../../lib/rows.js';
import type { Label, ModelName } from '../../../../lib/types.js';
import type { Kernels } from '../../../../lib/variants.js';
import type { DateOrder } from '../tally/dates.js';
import type { Summary, TallyChoice } from '../tally/tally.js';
import type { Download } from './download.js';
import type { ViewOptions } from './view.js';

/** How a file is to be read, as far as a visitor has said so. */
export type LookOptions = Omit<SniffOptions, 'isWhole'>;

/** What a file seems to be, and its first rows. */
export interface Looked {
  format: Sniffed;
  /** Cells of the first rows. */
  preview: string[][];
  /** Columns of dates, by place. */
  dates: [column: number, order: DateOrder][];
}

/** How far a run is. */
export interface Progress {
  /** Rows that are judged, those that could not be read among them. */
  rows: number;
  unreadable: number;
  bytes: number;
  /** Rows a second, lately. */
  rate: number;
  /** Milliseconds that are left, as far as can be said; absent while nothing is known. */
  left?: number;
  isPaused: boolean;
}

/** Where a run stands. */
export interface Snapshot {
  progress: Progress;
  summary: Summary;
}

/** The workers that judge. */
export interface Running {
  workers: number;
  kernels: Kernels;
}

/** A row as the table shows it. */
export interface ViewRow {
  row: number;
  text: string;
  score: number;
  confidence: number;
  /** Absent where the row could not be read. */
  label?: Label | undefined;
  line?: number | undefined;
  error?: string | undefined;
}

/** A row with all it has. */
export interface WholeRow extends ViewRow {
  cells: string[];
}

/** What the room asks of its worker, each with what it brings. */
export interface Requests {
  look: { ask: { file: Blob; options: LookOptions }; brings: Looked };
  /** Judges the file from its beginning; a run before it ends. Brings whether it was stopped. */
  score: { ask: { looked: Looked; model: ModelName; choice: TallyChoice }; brings: { isStopped: boolean } };
  /** Answered at once, by a worker that does not hang. */
  ping: { ask: object; brings: null };
  pause: { ask: object; brings: null };
  resume: { ask: object; brings: null };
  stop: { ask: object; brings: null };
  /** Which columns are shown. */
  choose: { ask: { choice: TallyChoice }; brings: Snapshot };
  /** Brings how many rows the view has. */
  view: { ask: { options: ViewOptions }; brings: { rows: number } };
  rows: { ask: { from: number; count: number }; brings: ViewRow[] };
  row: { ask: { row: number }; brings: WholeRow };
  download: { ask: { kind: Download }; brings: Blob };
}

export type RequestKind = keyof Requests;

/** What comes before the outcome, as often as there is something new. */
export interface Updates {
  running: Running;
  snapshot: Snapshot;
  /** Rows that a search or a download has passed. */
  passed: number;
}

export type Update = { [Kind in keyof Updates]: { kind: Kind; value: Updates[Kind] } }[keyof Updates];
