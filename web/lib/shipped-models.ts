import type { ModelName } from './types.js';
import type { Precision } from './variants.js';

/**
 * The blobs that the package ships for its users. Each address is spelled out because bundlers find files by the
 * literal `new URL('./x', import.meta.url)`; the path is right from the top of `dist/`.
 */
export function shippedModel(name: ModelName, precision: Precision): URL {
  switch (`${name}-${precision}` as const) {
    case 'small-int8':
      return new URL('./models/small.sbm', import.meta.url);
    case 'small-float':
      return new URL('./models/small.float.sbm', import.meta.url);
    case 'nano-int8':
      return new URL('./models/nano.sbm', import.meta.url);
    case 'nano-float':
      return new URL('./models/nano.float.sbm', import.meta.url);
  }
}
