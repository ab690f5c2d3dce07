import { SentibyteError } from '../errors.js';
import type { EnginePlatform, FileReader } from '../files/platform.js';
import type { ModuleSource } from '../types.js';
import { KERNELS, type Kernels } from '../variants.js';
import { type Compiled, compile, isCompiled } from './compile.js';
import { checkHost } from './host.js';
import { accepts } from './kernels.js';
import type { EngineOptions } from './types.js';

/** What says which engine modules may be taken. */
export type ModuleOptions = Pick<EngineOptions, 'precision' | 'kernels' | 'wasm'>;

/**
 * What `attempt` makes of the fastest module that this machine accepts and that `attempt` does not refuse: with `engine`,
 * `unsupported`, or an error that is none of ours. Any other error is thrown at once: a file that does not arrive is a
 * fault to be seen, not a reason to run slower for ever.
 */
export async function fastestThatRuns<T>(
  options: ModuleOptions,
  platform: EnginePlatform,
  attempt: (kernels: Kernels, compiled: Compiled) => Promise<T>,
): Promise<T> {
  const candidates = candidatesOf(options);
  await checkHost(candidates.some((kernels) => !isCompiled(options.wasm?.[kernels])));
  let refusal: unknown;
  for (const kernels of candidates) {
    if (!accepts(kernels)) continue;
    try {
      const compiled = await compiledOnce(
        options.wasm?.[kernels] ?? platform.engineFile(options.precision, kernels),
        platform.readFile,
      );
      return await attempt(kernels, compiled);
    } catch (error) {
      if (error instanceof SentibyteError && !MEANS_NEXT.includes(error.code)) throw error;
      refusal = error;
    }
  }
  if (refusal instanceof SentibyteError) throw refusal;
  throw new SentibyteError('unsupported', `No "${candidates.join('", "')}" kernels run on this machine.`, {
    cause: refusal,
  });
}

const MEANS_NEXT: readonly string[] = ['engine', 'unsupported'];

/** From the fastest to the slowest; what the caller names or gives is all that is tried. */
function candidatesOf({ kernels, wasm = {} }: ModuleOptions): Kernels[] {
  if (kernels) return [kernels];
  const given = KERNELS.filter((name) => wasm[name] !== undefined);
  return [...(given.length > 0 ? given : KERNELS)].reverse();
}

const compiledModules = new Map<string, Promise<Compiled>>();

/** Modules named by an address are compiled once in a page, however many engines are made of them. */
function compiledOnce(source: ModuleSource, readFile: FileReader | undefined): Promise<Compiled> {
  if (!(typeof source === 'string' || source instanceof URL)) return compile(source, readFile);
  const name = String(source);
  const known = compiledModules.get(name);
  if (known) return known;
  const compiling = compile(source, readFile);
  compiledModules.set(name, compiling);
  compiling.catch(() => compiledModules.delete(name));
  return compiling;
}
