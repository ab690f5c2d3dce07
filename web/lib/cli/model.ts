import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnalyzer } from '../analyzer/create.js';
import type { Precision } from '../engine/index.js';
import type { Analyzer } from '../types.js';
import { type ModelChoice, UsageError } from './options.js';

const FLOAT_ENDING = '.float.sbm';
const ENDING = '.sbm';

/** Where the package keeps its models: beside the bundled command. */
const SHIPPED = fileURLToPath(new URL('./models/', import.meta.url));

/** Loads the model that the command line names. */
export function openAnalyzer({ model, precision, kernels }: ModelChoice): Promise<Analyzer> {
  const { path, implied } = locate(model, precision);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`--model: ${(error as Error).message}`);
  }
  return createAnalyzer({ model: bytes, precision: precision ?? implied, ...(kernels ? { kernels } : {}) });
}

function locate(model: string, precision: Precision = 'int8'): { path: string; implied: Precision } {
  const shipped = join(SHIPPED, model + (precision === 'float' ? FLOAT_ENDING : ENDING));
  if (!/[/\\]/.test(model) && existsSync(shipped)) return { path: shipped, implied: precision };
  if (/[/\\]|\.sbm$/.test(model) || existsSync(model)) {
    return { path: model, implied: model.endsWith(FLOAT_ENDING) ? 'float' : 'int8' };
  }
  throw new UsageError(
    `--model: there is no ${precision} model "${model}"; there are ${shippedNames(precision)}`,
  );
}

function shippedNames(precision: Precision): string {
  if (!existsSync(SHIPPED)) return 'none';
  const names = readdirSync(SHIPPED)
    .filter((file) => file.endsWith(ENDING) && file.endsWith(FLOAT_ENDING) === (precision === 'float'))
    .map((file) => file.slice(0, -(precision === 'float' ? FLOAT_ENDING : ENDING).length));
  return names.length > 0 ? names.join(', ') : 'none';
}
