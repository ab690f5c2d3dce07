/**
 * `sentibyte` with the model `nano` alone: a bundle of this entry does not carry `small`.
 *
 * ```ts
 * import { createAnalyzer } from 'sentibyte/nano';
 *
 * const analyzer = await createAnalyzer();
 * ```
 * @packageDocumentation
 */
import { startAnalyzer } from './analyzer/create.js';
import { withDefaultModel } from './analyzer/default-model.js';
import { SentibyteError } from './errors.js';
import { shippedFile } from './files/base.js';
import { builtinReader } from './files/builtin-reader.js';
import { shippedEngine } from './shipped-engine.js';
import { nanoModel } from './shipped-nano.js';
import type { Analyzer, AnalyzerOptions } from './types.js';

export * from './words.js';

/** As for `sentibyte`, but without the names `small` and `auto`. */
export type NanoOptions = Omit<AnalyzerOptions, 'model'> & {
  model?: Exclude<NonNullable<AnalyzerOptions['model']>, 'small' | 'auto'>;
};

/**
 * Loads `nano`, or a model of the caller's own, and makes it ready. Rejects as `createAnalyzer` of `sentibyte` does.
 * @example
 * const analyzer = await createAnalyzer();
 * analyzer.analyze('I would buy it again').label; // 'positive'
 */
export function createAnalyzer(options: NanoOptions = {}): Promise<Analyzer> {
  return startAnalyzer(withDefaultModel(options, 'nano'), {
    engineFile: shippedEngine,
    modelFile: nanoOnly,
    readFile: builtinReader(),
  });
}

function nanoOnly(name: string, precision: string): URL {
  if (name === 'nano' && precision === 'int8') return shippedFile('nano.sbm', nanoModel);
  throw new SentibyteError(
    'input',
    `sentibyte/nano has the model nano, in int8, and no other: "${name}", in ${precision}, comes with sentibyte or sentibyte-lab.`,
  );
}
