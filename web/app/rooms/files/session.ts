import type { ModelName } from '../../../lib/types.js';
import { WorkerClient, WorkerFailure } from '../../shared/worker/client.js';
import type {
  Looked,
  LookOptions,
  Progress,
  RequestKind,
  Requests,
  Running,
  Update,
} from './worker/protocol.js';
import { textColumnOf, withTextColumn } from './worker/columns.js';
import type { Summary, TallyChoice } from './tally/tally.js';

/** Where a session stands. `waiting`: the file is known, and no column of it seems to hold texts. */
export type Phase = 'empty' | 'looking' | 'waiting' | 'starting' | 'running' | 'done' | 'stopped' | 'failed';

/** What a session knows; replaced as a whole whenever anything changes. */
export interface SessionState {
  phase: Phase;
  file?: { name: string; bytes: number };
  looked?: Looked;
  options: LookOptions;
  model: ModelName;
  choice: TallyChoice;
  running?: Running;
  progress?: Progress;
  summary?: Summary;
  failure?: unknown;
  /** Counts the runs: what was asked of an older one is not shown any more. */
  run: number;
}

/** A worker that is to start judging has to answer a ping within so many ms, and is asked again after some more. */
const LONGEST_SILENCE = 5_000;
const BETWEEN_PINGS = 1_000;
/** So many workers may fall silent one after the other. */
const MOST_SILENT = 3;

/**
 * The file that the visitor has brought, and the worker that reads it. It lives outside of the room: a run goes on, and its
 * results stay, while the visitor looks at another room or changes the language.
 */
export class FileSession {
  readonly #spawn: () => Worker;
  readonly #listeners = new Set<() => void>();
  #file: Blob | undefined;
  #client: WorkerClient<Requests, Update> | undefined;
  #state: SessionState = { phase: 'empty', options: {}, model: 'small', choice: {}, run: 0 };

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  get state(): Readonly<SessionState> {
    return this.#state;
  }

  /** Calls `changed` whenever `state` does, until what it gives back is called. */
  watch(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => {
      this.#listeners.delete(changed);
    };
  }

  /** Has the worker stand ready: its script is on the device then, should the network go before a file comes. */
  prepare(): void {
    try {
      this.#client ??= new WorkerClient<Requests, Update>(this.#spawn());
    } catch {
      // Said when a file comes.
    }
  }

  /** Takes a file, finds out how to read it, and judges it. The one before it is given up. */
  open(file: Blob, name: string): void {
    // One that stands ready has nothing to give up.
    if (this.#state.phase !== 'empty') this.#endWorker();
    this.#file = file;
    const { model, run } = this.#state;
    const known = { name, bytes: file.size };
    this.#state = { phase: 'looking', file: known, options: {}, model, choice: {}, run: run + 1 };
    void this.#look();
  }

  /** Gives everything up: worker, results and file. */
  close(): void {
    this.#endWorker();
    this.#file = undefined;
    const { model, run } = this.#state;
    this.#state = { phase: 'empty', options: {}, model, choice: {}, run: run + 1 };
    this.#tell();
  }

  /** Begins once more, after a failure. */
  retry(): void {
    this.#endWorker();
    void this.#look();
  }

  /** Reads the file another way. */
  readAs(options: LookOptions): void {
    this.#change({ options: { ...this.#state.options, ...options }, choice: {} });
    void this.#look();
  }

  /** Judges another column. */
  useColumn(column: number): void {
    const { looked } = this.#state;
    if (!looked) return;
    const { encoding, shape } = looked.format;
    this.#change({
      looked: { ...looked, format: { encoding, shape: withTextColumn(shape, column) } },
      choice: {},
    });
    void this.#score();
  }

  useModel(model: ModelName): void {
    this.#change({ model });
    if (this.#state.looked) void this.#score();
  }

  /** Shows means by other columns. */
  choose(choice: TallyChoice): void {
    const { run } = this.#state;
    this.#change({ choice: { ...this.#state.choice, ...choice } });
    this.ask('choose', { choice: this.#state.choice }).then(
      ({ progress, summary }) => {
        if (this.#state.run === run) this.#change({ progress, summary });
      },
      () => undefined,
    );
  }

  pause(): void {
    void this.ask('pause', {});
    this.#markPaused(true);
  }

  resume(): void {
    void this.ask('resume', {});
    this.#markPaused(false);
  }

  stop(): void {
    void this.ask('stop', {});
  }

  /** Asks the worker for something about what was judged. */
  ask<Kind extends RequestKind>(
    kind: Kind,
    ask: Requests[Kind]['ask'],
    update?: (update: Update) => void,
  ): Promise<Requests[Kind]['brings']> {
    try {
      this.#client ??= new WorkerClient<Requests, Update>(this.#spawn());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return Promise.reject(new WorkerFailure('worker', message));
    }
    return this.#client.ask(kind, ask, update);
  }

  #endWorker(): void {
    this.#client?.end();
    this.#client = undefined;
  }

  async #look(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    const run = this.#begin('looking');
    try {
      const looked = await this.ask('look', { file, options: this.#state.options });
      if (this.#state.run !== run) return;
      this.#change({ looked });
      if (textColumnOf(looked.format.shape) < 0) this.#change({ phase: 'waiting' });
      else await this.#score();
    } catch (failure) {
      this.#fail(run, failure);
    }
  }

  /** Judges; `silent` workers have hung over it before this one. */
  async #score(silent = 0): Promise<void> {
    const { looked, model, choice } = this.#state;
    if (!looked) return;
    const run = this.#begin('starting');
    try {
      const scoring = this.ask('score', { looked, model, choice }, (update) => {
        if (this.#state.run === run) this.#hear(update);
      });
      void this.#watch(run, silent);
      const { isStopped } = await scoring;
      if (this.#state.run === run) this.#change({ phase: isStopped ? 'stopped' : 'done' });
    } catch (failure) {
      this.#fail(run, failure);
    }
  }

  /**
   * Puts another worker in the place of one that hangs before it judges: Firefox on a busy machine now and then never comes
   * back from starting a worker to the worker that asked for it.
   */
  async #watch(run: number, silent: number): Promise<void> {
    const isStarting = (): boolean => this.#state.run === run && this.#state.phase === 'starting';
    while (isStarting()) {
      // A worker that is broken says so itself.
      const ping = this.ask('ping', {}).catch(() => null);
      const isThere = await Promise.race([ping.then(() => true), after(LONGEST_SILENCE).then(() => false)]);
      if (!isThere && isStarting()) {
        await this.#replaceWorker(run, silent + 1);
        return;
      }
      await after(BETWEEN_PINGS);
    }
  }

  async #replaceWorker(run: number, silent: number): Promise<void> {
    const file = this.#file;
    this.#endWorker();
    if (silent === MOST_SILENT || !file) {
      this.#fail(run, new WorkerFailure('worker', 'The worker does not answer.'));
      return;
    }
    try {
      await this.ask('look', { file, options: this.#state.options });
      if (this.#state.run === run) await this.#score(silent);
    } catch (failure) {
      this.#fail(run, failure);
    }
  }

  #hear(update: Update): void {
    if (update.kind === 'running') this.#change({ phase: 'running', running: update.value });
    if (update.kind === 'snapshot') this.#change(update.value);
  }

  /** A new run: what was known of the one before is gone. */
  #begin(phase: Phase): number {
    const kept = { ...this.#state };
    delete kept.progress;
    delete kept.summary;
    delete kept.failure;
    this.#state = { ...kept, phase, run: kept.run + 1 };
    this.#tell();
    return this.#state.run;
  }

  #fail(run: number, failure: unknown): void {
    if (this.#state.run === run) this.#change({ phase: 'failed', failure });
  }

  #markPaused(isPaused: boolean): void {
    const { progress } = this.#state;
    if (progress) this.#change({ progress: { ...progress, isPaused } });
  }

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#listeners) changed();
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
