import { type Factory, start } from '../engine/factory.js';
import createModule from '../generated/quantizer-glue.js';

/** The quantizer as its bindings show it (engine/bindings/quantizer.h). */
export interface QuantizerSession {
  prepareBlob(size: number): boolean;
  blob(): Uint8Array;
  quantize(words: string): boolean;
  result(): Uint8Array;
  report(): string;
  message(): string;
  delete(): void;
}

/** One instance of the quantizer module. */
export interface QuantizerModule {
  QuantizerSession: new () => QuantizerSession;
}

/** Emscripten's factory of the quantizer. */
export type QuantizerGlue = Factory<QuantizerModule>;

/** A new instance with memory of its own. */
export function instantiateQuantizer(module: WebAssembly.Module): Promise<QuantizerModule> {
  return start(createModule, module, 'The quantizer module could not be started.');
}
