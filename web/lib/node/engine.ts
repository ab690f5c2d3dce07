/** `sentibyte/engine` in Node: what `../engine.ts` describes, with files read from disk. */
import { startEngine } from '../engine/create.js';
import type { Engine, EngineOptions } from '../engine/types.js';
import { NODE } from '../files/node-platform.js';

export { SentibyteError } from '../errors.js';

/** As in `../engine.ts`. */
export function createEngine(options: EngineOptions): Promise<Engine> {
  return startEngine(options, NODE);
}
