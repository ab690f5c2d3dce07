import { assemble } from '../analyzer/assemble.js';
import { SwappingAnalyzer } from '../analyzer/swapping.js';
import { startEngine } from '../engine/create.js';
import { SentibyteError } from '../errors.js';
import type { EnginePlatform } from '../files/platform.js';
import type { Analyzer, TextOptions } from '../types.js';
import { METHODS } from './methods.js';
import type { Answer, Facts, Order, Parts, Request } from './protocol.js';

/** A worker is given all that it needs. */
const NOWHERE: EnginePlatform = {
  engineFile: () => {
    throw new SentibyteError('engine', 'The worker was given no engine module.');
  },
  readFile: undefined,
};

/**
 * The worker's side: does what the orders say and posts the answers. Calls take turns of some milliseconds, between which
 * an order to stop is heard; a call that comes while a model is loading waits for it.
 */
export class WorkerHost {
  readonly #post: (answer: Answer) => void;
  readonly #start: (parts: Parts) => Promise<Analyzer>;
  readonly #analyzer = new SwappingAnalyzer();
  readonly #running = new Map<number, AbortController>();
  #loading: Promise<unknown> = Promise.resolve();

  /** `start` is another one where a test has its own analyzers. */
  constructor(post: (answer: Answer) => void, start = startParts) {
    this.#post = post;
    this.#start = start;
    post({ kind: 'ready' });
  }

  take(order: Order): void {
    if (order.kind === 'stop') this.#running.get(order.id)?.abort();
    else void this.#serve(order.id, order.request);
  }

  async #serve(id: number, request: Request): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      const result =
        request.kind === 'load'
          ? await this.#load(request.parts)
          : await this.#call(id, request, controller.signal);
      this.#post({ kind: 'done', id, result });
    } catch (error) {
      const code = error instanceof SentibyteError ? error.code : 'engine';
      this.#post({
        kind: 'failed',
        id,
        code,
        message: error instanceof Error ? error.message : String(error),
      });
    } finally {
      this.#running.delete(id);
    }
  }

  /** One after the other; a model that cannot be loaded leaves the one before at work. */
  #load(parts: Parts): Promise<Facts> {
    const loading = this.#loading.then(async () => {
      const analyzer = await this.#start(parts);
      this.#analyzer.replace(analyzer, parts.model);
      const { kernels, precision, bytes, longest } = analyzer;
      return { kernels, precision, bytes, longest };
    });
    this.#loading = loading.catch(() => undefined);
    return loading;
  }

  async #call(id: number, request: Request & { kind: 'call' }, signal: AbortSignal): Promise<unknown> {
    await this.#loading;
    const options: TextOptions = { signal };
    if (request.wantsProgress) {
      options.onProgress = (progress) => {
        this.#post({ kind: 'progress', id, progress });
      };
    }
    // The client pairs each method with its input.
    const method = METHODS[request.method] as (
      analyzer: Analyzer,
      input: unknown,
      options: TextOptions,
    ) => Promise<unknown>;
    return method(this.#analyzer, request.input, options);
  }
}

async function startParts({ blob, module, kernels, precision, words }: Parts): Promise<Analyzer> {
  const wasm = { [kernels]: module };
  return assemble(await startEngine({ blob: blob.bytes, precision, kernels, wasm }, NOWHERE), blob, words);
}
