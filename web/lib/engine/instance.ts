import createModule from '../generated/glue.js';
import { start } from './factory.js';
import type { EngineModule } from './glue.js';

/**
 * A new instance of a compiled engine module, with memory of its own: an engine that stops takes no other with
 * it, and its memory goes when it is disposed of.
 */
export function instantiate(module: WebAssembly.Module): Promise<EngineModule> {
  return start(createModule, module, 'The engine module could not be started; is it of this version?');
}
