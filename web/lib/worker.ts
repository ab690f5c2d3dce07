/**
 * Sentiment analysis in workers: the same calls as promises, and a page that is never held up.
 *
 * ```ts
 * import { createWorkerAnalyzer } from 'sentibyte/worker';
 *
 * const analyzer = await createWorkerAnalyzer();
 * const { label } = await analyzer.analyze('I expected little and loved every minute'); // 'positive'
 * ```
 *
 * The workers fetch nothing: model and engine are fetched, and the engine compiled, once for all of them. A strict policy
 * needs `worker-src 'self'`; where the package comes from another origin, `worker-src blob:` and that origin in `script-src`.
 * @packageDocumentation
 */
import { builtinReader } from './files/builtin-reader.js';
import { shippedEngine } from './shipped-engine.js';
import { shippedModel, shippedModelHash } from './shipped-models.js';
import { shippedWorkerScript, startShippedWorker } from './shipped-worker.js';
import { startWorkerAnalyzer } from './worker/create.js';
import type { WorkerAnalyzer, WorkerAnalyzerOptions } from './worker/types.js';
import { scriptUnder, webSpawn } from './worker/web-port.js';

export { type ErrorCode, SentibyteError } from './errors.js';
export type { WorkerAnalyzer, WorkerAnalyzerOptions, WorkerTextOptions } from './worker/types.js';
export type {
  BatchOptions,
  BatchProgress,
  DocumentSentiment,
  Explanation,
  ModelChange,
  OwnWords,
  Sentiment,
  TextOptions,
} from './types.js';

/**
 * Starts workers and gives them a model.
 *
 * Rejects as `createAnalyzer` does, and with `worker` where a worker cannot be started, for instance because the page's
 * policy forbids it. A worker that dies is replaced and its work done again; where the second one dies over the same work,
 * that call rejects with `worker`.
 * @example
 * const analyzer = await createWorkerAnalyzer({ model: 'auto', onModel: ({ model }) => console.log(model) });
 * @example
 * // All cores, for a large file.
 * const analyzer = await createWorkerAnalyzer({ workers: navigator.hardwareConcurrency });
 * const results = await analyzer.analyzeBatch(texts);
 */
export function createWorkerAnalyzer(options: WorkerAnalyzerOptions = {}): Promise<WorkerAnalyzer> {
  return startWorkerAnalyzer(options, {
    engineFile: shippedEngine,
    modelFile: shippedModel,
    modelHash: shippedModelHash,
    readFile: builtinReader(),
    spawn: (base) =>
      webSpawn(base ? scriptUnder(base) : { address: shippedWorkerScript, start: startShippedWorker }),
    cores: navigator.hardwareConcurrency,
  });
}
