import { startEngine } from '../engine/create.js';
import { basePlatform } from '../files/base.js';
import type { AnalyzerPlatform } from '../files/platform.js';
import { checkSignal } from '../signal.js';
import type { Analyzer, AnalyzerOptions } from '../types.js';
import type { EngineAnalyzer } from './analyzer.js';
import { assemble } from './assemble.js';
import { loadInTurn } from './auto.js';
import { loadChosen, type OneModel } from './load.js';
import { checkAnalyzerOptions, moduleOptions } from './options.js';
import { SwappingAnalyzer } from './swapping.js';

/** What `createAnalyzer` promises, on a given platform. */
export async function startAnalyzer(options: AnalyzerOptions, shipped: AnalyzerPlatform): Promise<Analyzer> {
  checkAnalyzerOptions(options);
  const platform = options.base === undefined ? shipped : basePlatform(options.base, shipped);
  const { model = 'small' } = options;
  if (model !== 'auto') return startWith(model, options, platform);

  const swapping = new SwappingAnalyzer();
  const stop = await loadInTurn(options, async (name, signal) => {
    swapping.replace(await startWith(name, { ...options, signal }, platform), name);
  });
  swapping.onDispose = stop;
  return swapping;
}

async function startWith(
  model: OneModel,
  options: AnalyzerOptions,
  platform: AnalyzerPlatform,
): Promise<EngineAnalyzer> {
  const arriving = loadChosen(model, options, platform);
  const blob = arriving.then(({ bytes }) => bytes);
  const engine = await startEngine({ ...moduleOptions(options), blob }, platform);
  const loaded = await arriving;
  const analyzer = assemble(engine, loaded, options.words);
  try {
    checkSignal(options.signal);
  } catch (error) {
    analyzer.dispose();
    throw error;
  }
  return analyzer;
}
