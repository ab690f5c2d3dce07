import type { Factory } from './factory.js';

/** What `advance` gives of a run that is not finished. */
export const UNFINISHED = -1;

/**
 * One instance of an engine module as its bindings show it (engine/bindings): it holds one model. Calls that give a
 * number for a status give 0 or an error's number, with `message()` beside it; `advance` may give `UNFINISHED`. A typed view is void once the module's
 * memory grows: its length is then 0.
 */
export interface EngineModule {
  prepareBlob(size: number): number;
  blob(): Uint8Array;
  load(): number;
  reserve(tokens: number, texts: number): number;
  ids(): Uint16Array;
  lengths(): Uint32Array;
  scores(): Float32Array;
  logits(): Float32Array;
  start(tokens: number, texts: number): number;
  advance(steps: number): number;
  message(): string;
  classCount(): number;
  className(index: number): string;
  longest(): number;
  vocabulary(): number;
  onScalarPath(): boolean;
  /** Which kernels the module was compiled with: "scalar", "simd" or "relaxed". */
  kernels(): string;
  /** Whether its fast kernels compute, here, what the reference computes. */
  selfTest(): boolean;
  /** Bytes of memory the instance holds. */
  heapBytes(): number;
}

/** Emscripten's factory of the engine. */
export type Glue = Factory<EngineModule>;
