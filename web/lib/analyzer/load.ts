import type { AnalyzerPlatform } from '../files/platform.js';
import { cachedModel } from '../loader/cache.js';
import { type LoadedModel, loadModel } from '../loader/model.js';
import { checkSignal } from '../signal.js';
import type { AnalyzerOptions, FileSource } from '../types.js';

/** What one analyzer can be made of. */
export type OneModel = Exclude<AnalyzerOptions['model'], 'auto' | undefined>;

/** The model, from where the options, which were checked, say that it is. */
export async function loadChosen(
  model: OneModel,
  options: AnalyzerOptions,
  platform: AnalyzerPlatform,
): Promise<LoadedModel> {
  const { precision = 'int8', cache = false, signal, onProgress } = options;
  const source: FileSource = typeof model === 'string' ? platform.modelFile(model, precision) : model;
  const load = (): Promise<LoadedModel> => loadModel(source, { ...options, readFile: platform.readFile });
  const hash = cache && typeof model === 'string' ? platform.modelHash?.(model, precision) : undefined;
  if (typeof model !== 'string' || hash === undefined) return load();

  const loaded = await cachedModel({ name: model, hash }, load, ({ bytes }) => {
    onProgress?.({ loaded: bytes.length, total: bytes.length });
  });
  checkSignal(signal);
  return loaded;
}
