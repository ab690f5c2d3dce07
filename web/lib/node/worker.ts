/** `sentibyte/worker` in Node: what `../worker.ts` describes, over threads, with files read from disk. */
import { availableParallelism } from 'node:os';
import { NODE } from '../files/node-platform.js';
import { startWorkerAnalyzer } from '../worker/create.js';
import type { WorkerAnalyzer, WorkerAnalyzerOptions } from '../worker/types.js';
import { nodeSpawn } from './worker-port.js';

export { SentibyteError } from '../errors.js';

// Through a variable, for the reason that `files/node-platform.ts` gives.
const here = import.meta.url;

/** As in `../worker.ts`. */
export function createWorkerAnalyzer(options: WorkerAnalyzerOptions = {}): Promise<WorkerAnalyzer> {
  const script = new URL('worker-script.js', here);
  // The script for threads lies beside this code, wherever models and engine do.
  return startWorkerAnalyzer(options, {
    ...NODE,
    spawn: () => nodeSpawn(script),
    cores: availableParallelism(),
  });
}
