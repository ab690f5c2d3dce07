import { SentibyteError } from '../errors.js';
import createModule from '../generated/glue.js';
import type { EngineModule } from './glue.js';

/**
 * A new instance of a compiled engine module, with memory of its own: an engine that stops takes no other with
 * it, and its memory goes when it is disposed of.
 */
export function instantiate(module: WebAssembly.Module): Promise<EngineModule> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      reject(
        new SentibyteError('engine', 'The engine module could not be started; is it of this version?', {
          cause,
        }),
      );
    };
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then(receive).catch(fail);
        return {};
      },
      onAbort: fail,
      // Nothing in the engine prints; a library keeps the console to its user.
      print: () => undefined,
      printErr: () => undefined,
    }).then(resolve, fail);
  });
}
