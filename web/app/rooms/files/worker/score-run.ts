import type { Row, Sniffed } from '../../../../lib/rows.js';
import type { Sentiment } from '../../../../lib/types.js';
import { type Tally } from '../tally/tally.js';
import { Rereading } from './rereading.js';
import { Scores, type Unreadable } from './scores.js';
import { cellsOf, readerOf } from './shape.js';

/** Judges texts in their order; takes them only as fast as it judges. */
export type ScoreStream = (texts: AsyncIterable<string>, signal: AbortSignal) => AsyncIterable<Sentiment>;

/** A row that was read and waits for its result. */
type Waiting = { text: string; cells: string[] } | { unreadable: Unreadable };

/** One reading of a file from its beginning: rows in, numbers kept, texts let go. */
export class ScoreRun {
  readonly rereading: Rereading;
  readonly scores = new Scores();
  readonly #format: Sniffed;
  readonly #tally: Tally;
  readonly #ending = new AbortController();
  /** In the order of the file: those that are being judged, and what could not be read between them. */
  #waiting: Waiting[] = [];
  /** Where the queue begins: it is cut only now and then. */
  #next = 0;
  #resume: (() => void) | undefined;
  #pausing: Promise<void> | undefined;

  constructor(file: Blob, format: Sniffed, tally: Tally) {
    this.#format = format;
    this.#tally = tally;
    const open = (): NonNullable<ReturnType<typeof readerOf>> => {
      const reader = readerOf(format.shape);
      if (!reader) throw new Error('No column of the file holds texts.');
      return reader;
    };
    this.rereading = new Rereading(file, format.encoding, open);
  }

  get isPaused(): boolean {
    return this.#pausing !== undefined;
  }

  /** Reads no further until `resume`; what is on its way is still judged. */
  pause(): void {
    this.#pausing ??= new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  resume(): void {
    this.#resume?.();
    this.#pausing = undefined;
  }

  /** Ends the run for good; what was judged stays. */
  stop(): void {
    this.#ending.abort();
    this.resume();
  }

  /** Resolves when the file is read to its end, or rejects with `aborted`. */
  async run(score: ScoreStream): Promise<void> {
    for await (const sentiment of score(this.#texts(), this.#ending.signal)) this.#take(sentiment);
    this.#passUnreadable();
  }

  async *#texts(): AsyncGenerator<string> {
    for await (const rows of this.rereading.read()) {
      for (const row of rows) {
        if (this.#pausing) await this.#pausing;
        this.#wait(row);
        if (row.error === undefined) yield row.text;
      }
    }
  }

  #wait(row: Row): void {
    if (row.error !== undefined) {
      this.#waiting.push({ unreadable: { line: row.line, error: row.error } });
      this.#passUnreadable();
      return;
    }
    this.#waiting.push({ text: row.text, cells: cellsOf(row, this.#format.shape) });
  }

  #take(sentiment: Sentiment): void {
    const waiting = this.#waiting[this.#next];
    if (waiting && 'text' in waiting) {
      this.#tally.add(this.scores.rows, waiting.text, waiting.cells, sentiment);
      this.scores.add(sentiment);
      this.#pass();
    }
    this.#passUnreadable();
  }

  #passUnreadable(): void {
    for (;;) {
      const waiting = this.#waiting[this.#next];
      if (!waiting || !('unreadable' in waiting)) return;
      this.scores.addUnreadable(waiting.unreadable);
      this.#pass();
    }
  }

  #pass(): void {
    this.#next++;
    if (this.#next < 4096) return;
    this.#waiting = this.#waiting.slice(this.#next);
    this.#next = 0;
  }
}
