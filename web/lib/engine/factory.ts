import { SentibyteError } from '../errors.js';

/** Emscripten's factory of a module, as far as it is used. */
export type Factory<Module> = (settings: {
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ) => Record<string, never>;
  onAbort?: (reason: unknown) => void;
  print?: (line: string) => void;
  printErr?: (line: string) => void;
}) => Promise<Module>;

/** An instance of a compiled module, with memory of its own; `complaint` is the error's message when it cannot start. */
export function start<Module>(
  create: Factory<Module>,
  module: WebAssembly.Module,
  complaint: string,
): Promise<Module> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      reject(new SentibyteError('engine', complaint, { cause }));
    };
    create({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then(receive).catch(fail);
        return {};
      },
      onAbort: fail,
      // Nothing in a module prints; a library keeps the console to its user.
      print: () => undefined,
      printErr: () => undefined,
    }).then(resolve, fail);
  });
}
