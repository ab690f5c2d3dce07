/** `sentibyte/nano` in Node: what `../nano.ts` describes, with files read from disk. */
import { startAnalyzer } from '../analyzer/create.js';
import { withDefaultModel } from '../analyzer/default-model.js';
import { NODE } from '../files/node-platform.js';
import type { Analyzer, AnalyzerOptions } from '../types.js';

export { SentibyteError } from '../errors.js';

/** As in `../nano.ts`; on a disk nothing is carried, and so nothing is left out. */
export function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  return startAnalyzer(withDefaultModel(options, 'nano'), NODE);
}
