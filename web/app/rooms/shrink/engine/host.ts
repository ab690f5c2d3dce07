import type { createAnalyzer } from '../../../../lib/index.js';
import type { Analyzer } from '../../../../lib/types.js';
import { benchmark, STANDARD_PLAN } from './benchmark.js';
import { measure, resolution } from './clock.js';
import type { Clock } from './clock.js';
import type { FetchedFile } from './traffic.js';
import { sides } from './protocol.js';
import type { Choice, ComparisonRequest, EngineFacts, Outcome, Side, Update } from './protocol.js';

/**
 * Milliseconds between two looks at the worker's queue in a long comparison: a click or a key press waits no longer
 * than this and one text, however slow the engine.
 */
const STRETCH = 30;

/** Texts that a new engine reads before anybody asks it to. */
const WARM_UPS = 40;

/** What the worker's surroundings offer; a test brings its own. */
export interface Surroundings {
  createAnalyzer: typeof createAnalyzer;
  clock: Clock;
  /** Where a model's blob lies. */
  locate: (choice: Choice) => URL;
  /** How a file was fetched, as the browser's resource timing tells it. */
  fetched: (address: string) => Promise<FetchedFile | undefined>;
  /** Resolves after other messages have had their turn. */
  pause: () => Promise<void>;
}

interface Loaded {
  analyzer: Analyzer;
  /** How long it took to load, in milliseconds. */
  loadTime: number;
  facts: EngineFacts;
}

const key = ({ model, precision, kernels }: Choice): string => `${model}/${precision}/${kernels}`;

/** The engines of both columns. */
export class EngineHost {
  readonly #around: Surroundings;
  readonly #columns = new Map<Side, Loaded>();
  readonly #step: number;
  /** Counts the engines that the columns have had: what compares two of them ends when one is exchanged. */
  #exchanges = 0;
  /** Loads run one after the other: two columns that ask for the same engine then share it. */
  #lastLoad: Promise<unknown> = Promise.resolve();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#step = resolution(around.clock);
  }

  /** Serves one request of the page. */
  async serve(
    request: ComparisonRequest,
    update: (update: Update) => void,
  ): Promise<Outcome[ComparisonRequest['kind']]> {
    switch (request.kind) {
      case 'load':
        return await this.#enqueue(() => this.#load(request.side, request.choice, update));
      case 'read':
        await this.#read(request.text, update);
        return undefined;
      case 'benchmark':
        return await this.#benchmark(request.texts, update);
      case 'agreement':
        return await this.#agreement(request.texts);
    }
  }

  #enqueue<Result>(load: () => Promise<Result>): Promise<Result> {
    const result = this.#lastLoad.then(load);
    this.#lastLoad = result.catch(() => undefined);
    return result;
  }

  /** Until the new engine stands the old one goes on answering; if it never stands, the old one stays. */
  async #load(side: Side, choice: Choice, update: (update: Update) => void): Promise<EngineFacts> {
    const wanted = key(choice);
    let loaded = [...this.#columns.values()].find((other) => key(other.facts.choice) === wanted);
    loaded ??= await this.#make(choice, update);
    await this.#weigh(loaded);
    void this.#warm(loaded.analyzer);
    const before = this.#columns.get(side);
    this.#columns.set(side, loaded);
    if (before !== loaded) this.#exchanges++;
    if (before && ![...this.#columns.values()].includes(before)) before.analyzer.dispose();
    return loaded.facts;
  }

  /** Runs a new engine a few times, so that the browser has optimised it when the first text comes. */
  async #warm(analyzer: Analyzer): Promise<void> {
    try {
      for (let run = 0; run < WARM_UPS; run++) {
        await this.#around.pause();
        analyzer.analyze('One, two, three: a warm-up of a few words that nobody sees, good or bad.');
      }
    } catch {
      // Disposed while it warmed up: then nobody waits for it.
    }
  }

  async #make(choice: Choice, update: (update: Update) => void): Promise<Loaded> {
    const { createAnalyzer, clock, locate } = this.#around;
    const start = clock();
    const analyzer = await createAnalyzer({
      model: locate(choice),
      precision: choice.precision,
      ...(choice.kernels === 'best' ? {} : { kernels: choice.kernels }),
      onProgress: (progress) => {
        update({ kind: 'progress', ...progress });
      },
    });
    const { kernels, bytes } = analyzer;
    return { analyzer, loadTime: clock() - start, facts: { choice, kernels, blob: { raw: bytes } } };
  }

  /** Adds what the browser tells of the files. */
  async #weigh({ analyzer, facts, loadTime }: Loaded): Promise<void> {
    const { locate, fetched } = this.#around;
    if (facts.module) return;
    const blob = await fetched(locate(facts.choice).href);
    const { address } = analyzer.engineFile;
    const module = address === undefined ? undefined : await fetched(address);
    if (blob) {
      if (blob.size.sent) facts.blob.sent = blob.size.sent;
      facts.prepareTime = Math.max(0, loadTime - blob.milliseconds);
    }
    if (module) facts.module = module.size;
  }

  /** `pause` for work on both columns: throws once one of them holds another engine than now. */
  #pauseWhilePaired(): () => Promise<void> {
    const exchanges = this.#exchanges;
    return async () => {
      await this.#around.pause();
      if (exchanges !== this.#exchanges) throw new Error('A column has changed meanwhile.');
    };
  }

  #at(side: Side): Analyzer {
    const loaded = this.#columns.get(side);
    if (!loaded) throw new Error(`No model is loaded in the ${side} column.`);
    return loaded.analyzer;
  }

  /** Both answers first, then the timings, which may take a few more runs. */
  async #read(text: string, update: (update: Update) => void): Promise<void> {
    const { clock, pause } = this.#around;
    const runs: { side: Side; run: () => void; first: number }[] = [];
    for (const side of sides) {
      const analyzer = this.#at(side);
      const start = clock();
      update({ kind: 'reading', side, reading: analyzer.analyze(text) });
      const first = clock() - start;
      const run = (): void => {
        analyzer.analyze(text);
      };
      runs.push({ side, run, first });
    }
    if (text.trim() === '') return;
    await pause();
    for (const { side, run, first } of runs) {
      update({ kind: 'timing', side, timing: measure(run, first, this.#step, clock) });
    }
  }

  #benchmark(texts: readonly string[], update: (update: Update) => void): Promise<Outcome['benchmark']> {
    const left = this.#at('left');
    const right = this.#at('right');
    return benchmark(
      {
        left: (text) => {
          left.analyze(text);
        },
        right: (text) => {
          right.analyze(text);
        },
      },
      texts,
      STANDARD_PLAN,
      this.#around.clock,
      this.#pauseWhilePaired(),
      (stage, share) => {
        update({ kind: 'benchmark', stage, share });
      },
    );
  }

  async #agreement(texts: readonly string[]): Promise<Outcome['agreement']> {
    const left = this.#at('left');
    const right = this.#at('right');
    const { clock } = this.#around;
    const pause = this.#pauseWhilePaired();
    const answers: Outcome['agreement'] = { left: [], right: [] };
    let resumed = -Infinity;
    for (const text of texts) {
      if (clock() - resumed >= STRETCH) {
        await pause();
        resumed = clock();
      }
      answers.left.push(left.analyze(text));
      answers.right.push(right.analyze(text));
    }
    return answers;
  }
}
