/** `sentibyte` in Node: what `../index.ts` describes, with files read from disk. */
import { startAnalyzer } from '../analyzer/create.js';
import type { Analyzer, AnalyzerOptions } from '../types.js';
import { NODE } from '../files/node-platform.js';

export { SentibyteError } from '../errors.js';

/** As in `../index.ts`. */
export function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  return startAnalyzer(options, NODE);
}
