/**
 * What the client and its workers say to each other. `methods.ts` is the list of what can be asked; everything here goes
 * through `postMessage` as it is.
 */
import type { LoadedModel } from '../loader/model.js';
import type { ErrorCode } from '../errors.js';
import type { ModelName, OwnWords, TextProgress } from '../types.js';
import type { Kernels, Precision } from '../variants.js';
import type { MethodName } from './methods.js';

/** All that a worker needs for a model: it fetches nothing. */
export interface Parts {
  blob: LoadedModel;
  module: WebAssembly.Module;
  kernels: Kernels;
  precision: Precision;
  words?: OwnWords;
  /** What results are to say; absent where there is one model. */
  model?: ModelName;
}

/** What a worker says of a model that it has loaded. */
export interface Facts {
  kernels: Kernels;
  precision: Precision;
  bytes: number;
  longest: number;
}

/** What is asked of a worker: to load a model, which then answers all that comes after, or to call a method. */
export type Request =
  | { kind: 'load'; parts: Parts }
  | { kind: 'call'; method: MethodName; input: unknown; wantsProgress: boolean };

/** To a worker. Each request has an id of its own, which `stop` names. */
export type Order = { kind: 'request'; id: number; request: Request } | { kind: 'stop'; id: number };

/** From a worker: once `ready`, then one `done` or `failed` for each request. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; code: ErrorCode; message: string }
  | { kind: 'progress'; id: number; progress: TextProgress };
