import type { createAnalyzer } from '../../../../lib/index.js';
import type { createQuantizer, QuantizeOptions, Quantizer } from '../../../../lib/quantizer.js';
import type { Analyzer, Sentiment } from '../../../../lib/types.js';
import type { Clock } from './clock.js';
import type { Choice, LaboratoryRequest, Opened, Trial } from './protocol.js';
import { firstGrid, longestRow } from './weights.js';

/** The model that the laboratory takes apart: it is quantized between two steps of a slider. */
const MODEL = 'nano';

/** Milliseconds of reading before other messages have their turn. */
const STRETCH = 30;

/** What the worker's surroundings offer. */
export interface Tools {
  createAnalyzer: typeof createAnalyzer;
  createQuantizer: typeof createQuantizer;
  clock: Clock;
  /** The blob of a choice; rejects with the library's error. */
  fetchBlob: (choice: Choice) => Promise<Uint8Array>;
  pause: () => Promise<void>;
}

interface Bench {
  blob: Uint8Array;
  original: Analyzer;
  tensor: string;
  texts: readonly string[];
}

/** Makes models with the wasm quantizer and has the integer engine read with them. */
export class Laboratory {
  readonly #tools: Tools;
  #bench: Bench | undefined;
  #quantizer: Quantizer | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  async serve(request: LaboratoryRequest): Promise<Opened | Trial> {
    return request.kind === 'open'
      ? await this.#open(request.texts)
      : await this.#try(request.options, request.own);
  }

  async #open(texts: readonly string[]): Promise<Opened> {
    const { createAnalyzer, fetchBlob } = this.#tools;
    const choice = { model: MODEL, kernels: 'best' } as const;
    const [blob, trained] = await Promise.all([
      fetchBlob({ ...choice, precision: 'float' }),
      fetchBlob({ ...choice, precision: 'int8' }),
    ]);
    const original = await createAnalyzer({ model: blob, precision: 'float' });
    const row = longestRow(blob);
    this.#bench = { blob, original, tensor: row.tensor, texts };
    return {
      bytes: blob.length,
      row,
      float: await this.#readAll(original, texts),
      trained: { bytes: trained.length, answers: await this.#readWith(trained, texts) },
    };
  }

  async #try(options: QuantizeOptions, own: string): Promise<Trial> {
    const { createQuantizer, clock } = this.#tools;
    if (!this.#bench) throw new Error('The laboratory was not opened.');
    const { blob, original, tensor, texts } = this.#bench;
    this.#quantizer ??= await createQuantizer();
    const start = clock();
    const made = this.#quantizer.quantize(blob, options).blob;
    const quantizeTime = clock() - start;
    const answers = await this.#readWith(made, [own, ...texts]);
    return {
      bytes: made.length,
      quantizeTime,
      time: clock() - start,
      grid: firstGrid(made, tensor),
      answers: answers.slice(1),
      own: { float: original.analyze(own), quantized: answers[0]! },
    };
  }

  async #readWith(blob: Uint8Array, texts: readonly string[]): Promise<Sentiment[]> {
    const analyzer = await this.#tools.createAnalyzer({ model: blob, precision: 'int8' });
    try {
      return await this.#readAll(analyzer, texts);
    } finally {
      analyzer.dispose();
    }
  }

  async #readAll(analyzer: Analyzer, texts: readonly string[]): Promise<Sentiment[]> {
    const { clock, pause } = this.#tools;
    const answers: Sentiment[] = [];
    let resumed = clock();
    for (const text of texts) {
      if (clock() - resumed >= STRETCH) {
        await pause();
        resumed = clock();
      }
      answers.push(analyzer.analyze(text));
    }
    return answers;
  }
}
