import type { WorkerAnalyzer } from '../../../../lib/worker.js';
import type { ModelName } from '../../../../lib/types.js';
import type { Services } from '../../../shared/worker/messages.js';
import { Tally, type TallyChoice } from '../tally/tally.js';
import { writeDownload } from './download.js';
import { FileFault } from './fault.js';
import { look } from './look.js';
import { Pace } from './pace.js';
import type { Looked, Requests, Snapshot, Update, ViewRow, WholeRow } from './protocol.js';
import { ScoreRun } from './score-run.js';
import { columnNames, textColumnOf } from './columns.js';
import { cellsOf } from './shape.js';
import { orderOf, type ViewOptions } from './view.js';

/** What the host needs of where it runs. */
export interface Surroundings {
  createAnalyzer: (model: ModelName) => Promise<WorkerAnalyzer>;
  clock: () => number;
}

type Tell = (update: Update) => void;

/** Milliseconds between two pictures of a run. */
const SNAPSHOT_EVERY = 400;
/** Of a text this much is shown in the table, and this much of the row that is opened. */
const SHOWN = 300;
const SHOWN_WHOLE = 20_000;
/** Rows between two reports of a search or a download. */
const REPORT_EVERY = 5_000;

/** A run with all that belongs to it. */
interface Job {
  run: ScoreRun;
  tally: Tally;
  pace: Pace;
  looked: Looked;
  choice: TallyChoice;
}

/** The worker's side: one file, judged by the package's workers. */
export class FileHost {
  readonly #around: Surroundings;
  #file: Blob | undefined;
  #analyzer: { model: ModelName; starting: Promise<WorkerAnalyzer> } | undefined;
  #job: Job | undefined;
  /** Rows of the view; absent where they stand as in the file. */
  #order: Uint32Array | undefined;
  /** Counts searches, so that an older one gives way. */
  #search = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What the room may ask. */
  readonly services: Services<Requests, Update> = {
    look: async ({ file, options }) => {
      this.#file = file;
      return look(file, options);
    },
    score: ({ looked, model, choice }, tell) => this.#score(looked, model, choice, tell),
    ping: () => null,
    pause: () => {
      this.#known().run.pause();
      this.#known().pace.pause();
      return null;
    },
    resume: () => {
      this.#known().pace.resume();
      this.#known().run.resume();
      return null;
    },
    stop: () => {
      this.#job?.run.stop();
      return null;
    },
    choose: ({ choice }) => {
      const job = this.#known();
      job.choice = choice;
      return this.#snapshot(job);
    },
    view: ({ options }, tell) => this.#view(options, tell),
    rows: ({ from, count }) => this.#rows(from, count),
    row: ({ row }) => this.#whole(row),
    download: ({ kind }, tell) => {
      const { run, looked } = this.#known();
      const { rereading, scores } = run;
      let reported = 0;
      return writeDownload(kind, { rereading, scores, shape: looked.format.shape }, (rows) => {
        if (rows - reported < REPORT_EVERY) return;
        reported = rows;
        tell({ kind: 'passed', value: rows });
      });
    },
  };

  async #score(
    looked: Looked,
    model: ModelName,
    choice: TallyChoice,
    tell: Tell,
  ): Promise<{ isStopped: boolean }> {
    const file = this.#file;
    const { shape } = looked.format;
    const column = textColumnOf(shape);
    if (!file || column < 0) throw new FileFault('column', 'No column of the file holds texts.');
    this.#job?.run.stop();
    const tally = new Tally(columnNames(shape).length, column, new Map(looked.dates));
    const run = new ScoreRun(file, looked.format, tally);
    const job: Job = { run, tally, looked, choice, pace: new Pace(this.#around.clock) };
    this.#job = job;
    this.#order = undefined;
    const analyzer = await this.#start(model);
    tell({ kind: 'running', value: { workers: analyzer.workers, kernels: analyzer.kernels } });
    const later = setInterval(() => {
      tell({ kind: 'snapshot', value: this.#snapshot(job) });
    }, SNAPSHOT_EVERY);
    let isStopped = false;
    try {
      await run.run((texts, signal) => analyzer.analyzeStream(texts, { signal }));
    } catch (error) {
      isStopped = error instanceof Error && 'code' in error && error.code === 'aborted';
      if (!isStopped) throw error;
    } finally {
      clearInterval(later);
      tell({ kind: 'snapshot', value: this.#snapshot(job) });
    }
    return { isStopped };
  }

  /** The analyzer with this model; the one before it ends. */
  async #start(model: ModelName): Promise<WorkerAnalyzer> {
    if (this.#analyzer?.model === model) return this.#analyzer.starting;
    const old = this.#analyzer;
    const starting = this.#around.createAnalyzer(model);
    this.#analyzer = { model, starting };
    void old?.starting.then(
      (analyzer) => {
        analyzer.dispose();
      },
      () => undefined,
    );
    starting.catch(() => {
      // The next attempt starts anew.
      if (this.#analyzer?.starting === starting) this.#analyzer = undefined;
    });
    return starting;
  }

  #known(): Job {
    if (!this.#job) throw new Error('No file has been judged yet.');
    return this.#job;
  }

  #snapshot({ run, tally, pace, choice }: Job): Snapshot {
    const { scores, rereading, isPaused } = run;
    const { bytes } = rereading;
    const { rate, left } = pace.at(scores.rows, bytes, this.#file?.size ?? bytes);
    return {
      progress: {
        rows: scores.rows,
        unreadable: scores.unreadable,
        bytes,
        rate,
        ...(left === undefined ? {} : { left }),
        isPaused,
      },
      summary: tally.summary(choice),
    };
  }

  async #view(options: ViewOptions, tell: Tell): Promise<{ rows: number }> {
    const { run } = this.#known();
    const search = ++this.#search;
    const found = options.search === '' ? undefined : await this.#find(run, options.search, search, tell);
    if (search !== this.#search) throw new FileFault('superseded', 'A newer view was asked for.');
    const { rows } = run.scores;
    this.#order = orderOf(run.scores, found ? Math.min(rows, found.length) : rows, options, found);
    return { rows: this.#order?.length ?? rows };
  }

  /** Which rows have `wanted` in their text: the file is read again. */
  async #find(run: ScoreRun, wanted: string, search: number, tell: Tell): Promise<Uint8Array> {
    const found = new Uint8Array(run.scores.rows);
    const needle = wanted.toLowerCase();
    let reported = 0;
    for await (const { first, rows } of run.rereading.blocks()) {
      if (search !== this.#search) break;
      rows.forEach(({ text }, i) => {
        if (text?.toLowerCase().includes(needle) && first + i < found.length) found[first + i] = 1;
      });
      if (first - reported < REPORT_EVERY) continue;
      reported = first;
      tell({ kind: 'passed', value: first });
    }
    return found;
  }

  async #rows(from: number, count: number): Promise<ViewRow[]> {
    const { run } = this.#known();
    const end = Math.min(from + count, this.#order?.length ?? run.scores.rows);
    const places = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
    return Promise.all(places.map((at) => this.#row(run, this.#order?.[at] ?? at, SHOWN)));
  }

  async #row({ rereading, scores }: ScoreRun, row: number, longest: number): Promise<ViewRow> {
    const { text, original } = await rereading.row(row);
    const whole = text ?? [original].flat().join(' ');
    const failure = scores.failure(row);
    const { score, confidence } = scores.sentiment(row);
    return {
      row,
      text: whole.length > longest ? `${whole.slice(0, longest)}…` : whole,
      score,
      confidence,
      ...(failure ?? { label: scores.label(row) }),
    };
  }

  async #whole(row: number): Promise<WholeRow> {
    const { run, looked } = this.#known();
    const cells = cellsOf(await run.rereading.row(row), looked.format.shape);
    return { ...(await this.#row(run, row, SHOWN_WHOLE)), cells };
  }
}
