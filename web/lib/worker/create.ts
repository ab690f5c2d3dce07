import { loadInTurn } from '../analyzer/auto.js';
import { kindOf } from '../analyzer/checks.js';
import { loadChosen, type OneModel } from '../analyzer/load.js';
import { checkAnalyzerOptions, moduleOptions } from '../analyzer/options.js';
import { fastestThatRuns } from '../engine/choose.js';
import { SentibyteError } from '../errors.js';
import { basePlatform, baseUrl } from '../files/base.js';
import type { AnalyzerPlatform } from '../files/platform.js';
import { checkSignal } from '../signal.js';
import type { AnalyzerOptions } from '../types.js';
import { PooledAnalyzer } from './client.js';
import { WorkerPool } from './pool.js';
import type { WorkerPlatform } from './port.js';
import type { Parts } from './protocol.js';
import type { WorkerAnalyzer, WorkerAnalyzerOptions } from './types.js';

/** What `createWorkerAnalyzer` promises, on a given platform. */
export async function startWorkerAnalyzer(
  options: WorkerAnalyzerOptions,
  shipped: AnalyzerPlatform & WorkerPlatform,
): Promise<WorkerAnalyzer> {
  checkAnalyzerOptions(options, ['workers']);
  const platform = options.base === undefined ? shipped : basePlatform(options.base, shipped);
  const { workers = 1, model = 'small', signal } = options;
  if (!Number.isSafeInteger(workers) || workers < 1) {
    throw new SentibyteError('input', `workers must be a whole number from 1, but is ${kindOf(workers)}.`);
  }
  checkSignal(signal);
  const pool = new WorkerPool(
    shipped.spawn(options.base === undefined ? undefined : baseUrl(options.base)),
    Math.min(workers, Math.max(1, shipped.cores)),
  );
  const analyzer = new PooledAnalyzer(pool);
  const end = (): void => {
    analyzer.dispose();
  };
  // A worker that is starting, or unpacking a model, cannot be asked to stop.
  signal?.addEventListener('abort', end, { once: true });
  try {
    if (model === 'auto') {
      analyzer.onDispose = await loadInTurn(options, (name, ownSignal) =>
        install(analyzer, name, { ...options, signal: ownSignal }, platform),
      );
    } else await install(analyzer, model, options, platform);
    checkSignal(signal);
  } catch (error) {
    end();
    checkSignal(signal);
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
  return analyzer;
}

/** Fetches a model and an engine module, once for all workers, and gives them both. */
async function install(
  analyzer: PooledAnalyzer,
  model: OneModel,
  options: AnalyzerOptions,
  platform: AnalyzerPlatform,
): Promise<void> {
  const { signal } = options;
  const arriving = loadChosen(model, options, platform);
  const allowed = moduleOptions(options);
  const installing = fastestThatRuns(allowed, platform, async (kernels, { module, file }) => {
    const parts: Parts = { blob: await arriving, module, kernels, precision: allowed.precision };
    if (options.words) parts.words = options.words;
    if (options.model === 'auto' && (model === 'nano' || model === 'small')) parts.model = model;
    checkSignal(signal);
    await analyzer.setModel(parts, file);
  });
  await Promise.all([arriving, installing]);
}
