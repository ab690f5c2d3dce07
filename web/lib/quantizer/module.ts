import { SentibyteError } from '../errors.js';
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

/** Emscripten's factory, as far as it is used. */
export type QuantizerGlue = (settings: {
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ) => Record<string, never>;
  onAbort?: (reason: unknown) => void;
  print?: (line: string) => void;
  printErr?: (line: string) => void;
}) => Promise<QuantizerModule>;

/** A new instance with memory of its own. */
export function instantiateQuantizer(module: WebAssembly.Module): Promise<QuantizerModule> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      reject(new SentibyteError('engine', 'The quantizer module could not be started.', { cause }));
    };
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then(receive).catch(fail);
        return {};
      },
      onAbort: fail,
      print: () => undefined,
      printErr: () => undefined,
    }).then(resolve, fail);
  });
}
