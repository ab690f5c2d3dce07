/**
 * Picks the engine module that runs fastest here and computes right.
 *
 * The choice has two steps. `WebAssembly.validate` says which instructions exist; then the module, once loaded,
 * compares its fast kernels with its reference on fixed vectors, because a browser may accept relaxed-SIMD
 * instructions and compute them wrong. The next slower module takes over: relaxed, simd, scalar.
 */
import { SentibyteError } from '../errors.js';
import { basePlatform } from '../files/base.js';
import type { EnginePlatform, FileReader } from '../files/platform.js';
import type { LoadedFile, ModuleSource } from '../types.js';
import { KERNELS, type Kernels } from '../variants.js';
import { type Compiled, compile, isCompiled } from './compile.js';
import type { EngineModule } from './glue.js';
import { checkHost } from './host.js';
import { instantiate } from './instance.js';
import { accepts } from './kernels.js';
import { RunningEngine } from './running.js';
import type { Engine, EngineOptions } from './types.js';

/** A module that this machine runs well. */
interface Chosen {
  kernels: Kernels;
  module: EngineModule;
  file: LoadedFile;
}

/** What `createEngine` promises, on a given platform. */
export async function startEngine(options: EngineOptions, shipped: EnginePlatform): Promise<Engine> {
  const platform = options.base === undefined ? shipped : basePlatform(options.base, shipped);
  const [{ kernels, module, file }, blob] = await Promise.all([choose(options, platform), options.blob]);
  return new RunningEngine(module, blob, { kernels, precision: options.precision, file });
}

async function choose(options: EngineOptions, platform: EnginePlatform): Promise<Chosen> {
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
      const module = await instantiate(compiled.module);
      if (module.selfTest()) return { kernels, module, file: compiled.file };
      refusal = new SentibyteError(
        'unsupported',
        `The "${kernels}" kernels compute wrong results on this machine.`,
      );
    } catch (error) {
      // A file that does not arrive is a fault to be seen, not a reason to run slower for ever.
      if (error instanceof SentibyteError && error.code === 'network') throw error;
      refusal = error;
    }
  }
  if (refusal instanceof SentibyteError) throw refusal;
  throw new SentibyteError('unsupported', `No "${candidates.join('", "')}" kernels run on this machine.`, {
    cause: refusal,
  });
}

/** From the fastest to the slowest; what the caller names or gives is all that is tried. */
function candidatesOf({ kernels, wasm = {} }: EngineOptions): Kernels[] {
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
