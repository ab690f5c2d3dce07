import type { WeighedEntry, Weights } from '../../build/weights.js';
import type { ModelName } from '../../../lib/types.js';
import { WITH_ELEMENT } from './code/snippets.js';
import type { EmbedModel, EmbedSettings } from './settings.js';

/** The entries in the order of the table. */
export const ENTRIES: readonly WeighedEntry[] = ['index', 'worker', 'element'];

/** The choices of models in the order of the table: the lightest first. */
export const CHOICES: readonly EmbedModel[] = ['nano', 'small', 'auto'];

const LOADED: Readonly<Record<EmbedModel, readonly ModelName[]>> = {
  nano: ['nano'],
  small: ['small'],
  auto: ['nano', 'small'],
};

/** What a visitor of the embedder's page downloads. */
export interface Parts {
  javascript: number;
  engine: number;
  model: number;
  total: number;
}

/** The bytes of one choice. */
export function partsOf(weights: Weights, entry: WeighedEntry, model: EmbedModel): Parts {
  const javascript = weights.javascript[entry];
  const { engine } = weights;
  const blobs = LOADED[model].reduce((sum, name) => sum + weights.models[name], 0);
  return { javascript, engine, model: blobs, total: javascript + engine + blobs };
}

/** The entry that an environment's code imports; none where nobody downloads anything for a page. */
export function entryOf({ environment }: EmbedSettings): WeighedEntry | undefined {
  if (WITH_ELEMENT.includes(environment)) return 'element';
  if (environment === 'worker') return 'worker';
  return environment === 'module' || environment === 'bundler' ? 'index' : undefined;
}
