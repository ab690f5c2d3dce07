/**
 * Picks the engine module that runs fastest here and computes right.
 *
 * The choice has two steps. `WebAssembly.validate` says which instructions exist; then the module, once loaded,
 * compares its fast kernels with its reference on fixed vectors, because a browser may accept relaxed-SIMD
 * instructions and compute them wrong. The next slower module takes over: relaxed, simd, scalar.
 */
import { SentibyteError } from '../errors.js';
import { basePlatform } from '../files/base.js';
import { checkBytes } from '../files/bytes.js';
import type { EnginePlatform } from '../files/platform.js';
import type { LoadedFile } from '../types.js';
import type { Kernels } from '../variants.js';
import { fastestThatRuns } from './choose.js';
import type { EngineModule } from './glue.js';
import { instantiate } from './instance.js';
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
  const choosing = fastestThatRuns<Chosen>(options, platform, async (kernels, { module: compiled, file }) => {
    const module = await instantiate(compiled);
    if (module.selfTest()) return { kernels, module, file };
    throw new SentibyteError(
      'unsupported',
      `The "${kernels}" kernels compute wrong results on this machine.`,
    );
  });
  const [{ kernels, module, file }, blob] = await Promise.all([choosing, options.blob]);
  checkBytes(blob, 'The blob');
  return new RunningEngine(module, blob, { kernels, precision: options.precision, file });
}
