/**
 * What went wrong, for programs:
 *
 * - `model`: the blob is damaged, too new, or not a blob at all;
 * - `engine`: the WebAssembly module is missing its place, damaged, or stopped;
 * - `unsupported`: this browser, or this build, cannot run what was asked for;
 * - `input`: an argument is out of its range;
 * - `memory`: the text or the model needs more than can be had; what was loaded works on;
 * - `network`: a file could not be fetched;
 * - `worker`: a worker could not be started, did not start in time, or died twice over the same work;
 * - `aborted`: the caller's `AbortSignal`;
 * - `disposed`: used after `dispose()`.
 */
export type ErrorCode =
  'model' | 'engine' | 'unsupported' | 'input' | 'memory' | 'network' | 'worker' | 'aborted' | 'disposed';

/** Every error that this package throws on purpose. `message` is a sentence for people. */
export class SentibyteError extends Error {
  /** What went wrong, for programs. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SentibyteError';
    this.code = code;
  }
}
