/** `sentibyte-lab/quantizer` in Node: what `../quantizer.ts` describes, with files read from disk. */
import { type Quantizer, type QuantizerOptions, startQuantizer } from '../quantizer/create.js';
import { NODE } from '../files/node-platform.js';

export { SentibyteError } from '../errors.js';

/** As in `../quantizer.ts`. */
export function createQuantizer(options: QuantizerOptions = {}): Promise<Quantizer> {
  return startQuantizer(options, NODE);
}
