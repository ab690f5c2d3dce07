import type { createAnalyzer } from '../../../../lib/index.js';
import type { createQuantizer, QuantizeOptions, Quantizer } from '../../../../lib/quantizer.js';
import type { Analyzer, AnalyzerOptions, Sentiment } from '../../../../lib/types.js';
import type { Kernels } from '../../../../lib/variants.js';
import type { Services } from '../../../shared/worker/messages.js';
import { benchmark, STANDARD_PLAN } from './benchmark.js';
import { type Clock, measure, resolution } from './clock.js';
import type { KernelChoice, Opened, Reading, Requests, Trial, Update } from './protocol.js';
import { codedRow, longestRow } from './weights.js';

/** Milliseconds of reading before other messages have their turn. */
const STRETCH = 30;

/** What the worker's surroundings offer. */
export interface Tools {
  createAnalyzer: typeof createAnalyzer;
  createQuantizer: typeof createQuantizer;
  clock: Clock;
  /** The float blob of a model; rejects with the library's error. */
  fetchBlob: (model: string, progress: (loaded: number) => void) => Promise<Uint8Array>;
  /** An engine's file, compiled. */
  compile: (address: string) => Promise<WebAssembly.Module>;
  /** Resolves after other messages have had their turn. */
  pause: () => Promise<void>;
}

/** An engine that has run. Its next instances share what the browser has compiled, and optimised, of it. */
interface KnownEngine {
  kernels: Kernels;
  module: WebAssembly.Module;
  bytes: number;
}

/** A model in floats, ready to be made smaller. */
interface Bench {
  blob: Uint8Array;
  original: Analyzer;
  kernels: KernelChoice;
  opened: Opened;
  texts: readonly string[];
}

type Tell = (update: Update) => void;

/** Makes models with the wasm quantizer and has the integer engine read with them, in the thread of the float one. */
export class Laboratory {
  readonly #tools: Tools;
  readonly #step: number;
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #engines = new Map<KernelChoice, KnownEngine>();
  #bench: Bench | undefined;
  #made: Analyzer | undefined;
  #quantizer: Quantizer | undefined;
  /** What changes the models runs one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  /** Counts what was asked to change them: a measurement ends when the next is asked for. */
  #asked = 0;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#step = resolution(tools.clock);
  }

  /** What the page may ask. */
  readonly services: Services<Requests, Update> = {
    open: ({ model, kernels, texts }, tell) => this.#inTurn(() => this.#open(model, kernels, texts, tell)),
    try: ({ options, kernels }, tell) => this.#inTurn(() => this.#try(options, kernels, tell)),
    read: ({ text }) => this.#read(text),
    measure: () => this.#measure(),
  };

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#asked++;
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Until the new model stands, the old one stays; if it never stands, too. */
  async #open(model: string, kernels: KernelChoice, texts: readonly string[], tell: Tell): Promise<Opened> {
    let blob = this.#blobs.get(model);
    blob ??= await this.#tools.fetchBlob(model, (loaded) => {
      tell({ kind: 'fetched', loaded });
    });
    const original = await this.#startOriginal(blob, kernels);
    // Only what the engine has verified is kept, or taken apart.
    this.#blobs.set(model, blob);
    const before = this.#bench;
    const answers =
      before?.opened.model === model ? before.opened.answers : await this.#readAll(original, texts, tell);
    const opened = {
      model,
      bytes: blob.length,
      row: longestRow(blob),
      answers,
    };
    this.#made?.dispose();
    this.#made = undefined;
    before?.original.dispose();
    this.#bench = { blob, original, kernels, opened, texts };
    return opened;
  }

  #startOriginal(blob: Uint8Array, kernels: KernelChoice): Promise<Analyzer> {
    const options: AnalyzerOptions = { model: blob, precision: 'float' };
    if (kernels !== 'best') options.kernels = kernels;
    return this.#tools.createAnalyzer(options);
  }

  /** A model on the integer engine, and the size of that engine's file. */
  async #startMade(model: Uint8Array, wanted: KernelChoice): Promise<{ analyzer: Analyzer; bytes: number }> {
    const { createAnalyzer, compile } = this.#tools;
    const known = this.#engines.get(wanted);
    if (known) {
      const { kernels, module, bytes } = known;
      return { analyzer: await createAnalyzer({ model, kernels, wasm: { [kernels]: module } }), bytes };
    }
    const analyzer = await createAnalyzer(wanted === 'best' ? { model } : { model, kernels: wanted });
    const { address, bytes } = analyzer.engineFile;
    if (address !== undefined) {
      // Where it does not come a second time, each model starts an engine from its file.
      const module = await compile(address).catch(() => undefined);
      if (module) this.#engines.set(wanted, { kernels: analyzer.kernels, module, bytes });
    }
    return { analyzer, bytes };
  }

  async #try(options: QuantizeOptions, kernels: KernelChoice, tell: Tell): Promise<Trial> {
    const { createQuantizer, clock } = this.#tools;
    const bench = this.#bench;
    if (!bench) throw new Error('No model is open.');
    const { blob, opened, texts } = bench;
    if (kernels !== bench.kernels) {
      // Other kernels give the same answers: only their times are compared.
      const original = await this.#startOriginal(blob, kernels);
      bench.original.dispose();
      Object.assign(bench, { original, kernels });
    }
    this.#quantizer ??= await createQuantizer();
    const start = clock();
    const { blob: made, report } = this.#quantizer.quantize(blob, options);
    const quantized = clock();
    const { analyzer, bytes: engineBytes } = await this.#startMade(made, kernels);
    const started = clock();
    this.#made?.dispose();
    this.#made = analyzer;
    const answers = await this.#readAll(analyzer, texts, tell);
    return {
      bytes: made.length,
      kernels: analyzer.kernels,
      engineBytes,
      time: { making: quantized - start, starting: started - quantized, whole: clock() - start },
      path: report.path,
      row: codedRow(made, opened.row),
      noise: report.tensors.map(({ name, bits, sqnr_db: ratio }) => ({ name, bits, ratio })),
      answers,
    };
  }

  #read(text: string): Reading | undefined {
    const [original, made] = [this.#bench?.original, this.#made];
    if (!original || !made) return undefined;
    const time = (analyzer: Analyzer): number =>
      measure(() => analyzer.analyze(text), this.#step, this.#tools.clock);
    return {
      original: original.analyze(text),
      made: made.analyze(text),
      time: { original: time(original), made: time(made) },
    };
  }

  async #measure(): Promise<Requests['measure']['brings']> {
    const [bench, made, asked] = [this.#bench, this.#made, this.#asked];
    if (!bench || !made) return undefined;
    return await benchmark(
      { original: (text) => bench.original.analyze(text), made: (text) => made.analyze(text) },
      bench.texts,
      STANDARD_PLAN,
      this.#tools.clock,
      async () => {
        await this.#tools.pause();
        return this.#asked === asked;
      },
    );
  }

  async #readAll(analyzer: Analyzer, texts: readonly string[], tell: Tell): Promise<Sentiment[]> {
    const { clock, pause } = this.#tools;
    const answers: Sentiment[] = [];
    let resumed = clock();
    for (const text of texts) {
      if (clock() - resumed >= STRETCH) {
        tell({ kind: 'read', texts: answers.length });
        await pause();
        resumed = clock();
      }
      answers.push(analyzer.analyze(text));
    }
    return answers;
  }
}
