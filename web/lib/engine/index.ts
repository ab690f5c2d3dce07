/**
 * The engine behind the library: ids in, probabilities and scores out. `createEngine` picks the module that runs
 * fastest here and computes right.
 *
 * The choice has two steps. `WebAssembly.validate` says which instructions exist; then the module, once loaded,
 * compares its fast kernels with its reference on fixed vectors, because an engine may accept relaxed-SIMD
 * instructions and compute them wrong. The next slower module takes over: relaxed, simd, scalar.
 */
import { SentibyteError } from '../errors.js';
import { shippedEngine } from '../shipped-engine.js';
import type { EngineModule } from './glue.js';
import { instantiate } from './instance.js';
import { accepts, ALL_KERNELS, type Kernels } from './kernels.js';
import { type Engine, type Precision, RunningEngine } from './running.js';
import { type Compiled, compile, type Source } from './source.js';

export type { Engine, Kernels, Precision, Source };

/** What `createEngine` needs. */
export interface EngineOptions {
  /** The model; one that is still on its way arrives while the module does. */
  blob: Uint8Array | PromiseLike<Uint8Array>;
  precision: Precision;
  /** Default: the fastest that this machine runs and that passes its self-test. */
  kernels?: Kernels;
  /** Replaces shipped engine modules. */
  wasm?: Partial<Record<Kernels, Source>>;
}

/** A module that this machine runs well. */
interface Chosen {
  kernels: Kernels;
  module: EngineModule;
  bytes: number;
}

/**
 * Loads `options.blob`. Rejects with `model` for a bad blob, `network` or `engine` for a module that is missing
 * or damaged, `unsupported` where nothing can run.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const [{ kernels, module, bytes }, blob] = await Promise.all([choose(options), options.blob]);
  return new RunningEngine(module, blob, {
    kernels,
    precision: options.precision,
    moduleBytes: bytes,
  });
}

async function choose(options: EngineOptions): Promise<Chosen> {
  if (typeof WebAssembly !== 'object') {
    throw new SentibyteError('unsupported', 'This browser has no WebAssembly, or it is switched off.');
  }
  const candidates = options.kernels ? [options.kernels] : ALL_KERNELS;
  let refusal: unknown;
  for (const kernels of candidates) {
    if (!accepts(kernels)) continue;
    try {
      const compiled = await compiledOnce(
        options.wasm?.[kernels] ?? shippedEngine(options.precision, kernels),
      );
      const module = await instantiate(compiled.module);
      if (module.selfTest()) return { kernels, module, bytes: compiled.bytes };
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

const compiledModules = new Map<string, Promise<Compiled>>();

/** Modules named by an address are compiled once a page, however many engines are made of them. */
function compiledOnce(source: Source): Promise<Compiled> {
  if (!(typeof source === 'string' || source instanceof URL)) return compile(source);
  const name = String(source);
  const known = compiledModules.get(name);
  if (known) return known;
  const compiling = compile(source);
  compiledModules.set(name, compiling);
  compiling.catch(() => compiledModules.delete(name));
  return compiling;
}
