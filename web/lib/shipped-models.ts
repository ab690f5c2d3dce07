import { SentibyteError } from './errors.js';
import { shippedFile } from './files/base.js';
import { MODEL_HASHES } from './generated/model-hashes.js';
import { nanoModel } from './shipped-nano.js';
import type { ModelName } from './types.js';
import { modelFileName, type Precision } from './variants.js';

const ADDRESSES: Readonly<Record<ModelName, () => URL>> = {
  small: () => new URL('./models/small.sbm', import.meta.url),
  nano: nanoModel,
};

/** Where a shipped model lies; those for `float` are in another package, which no bundle holds by chance. */
export function shippedModel(name: ModelName, precision: Precision): URL {
  if (precision === 'float') {
    const message = `The float models are in the package sentibyte-lab: createAnalyzer(float("${name}")), with float imported from there.`;
    throw new SentibyteError('unsupported', message);
  }
  return shippedFile(modelFileName(name, precision), ADDRESSES[name]);
}

/** SHA-256 of a shipped model, where it was there when the package was built. */
export function shippedModelHash(name: ModelName, precision: Precision): string | undefined {
  return MODEL_HASHES[modelFileName(name, precision)];
}
