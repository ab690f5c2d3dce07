import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAnalyzer } from '../analyzer/create.js';
import { MODELS, NODE } from '../files/node-platform.js';
import type { Analyzer } from '../types.js';
import { modelFileName, parseModelFileName, type Precision } from '../variants.js';
import { type ModelChoice, UsageError } from './options.js';

/** Loads the model that the command line names. */
export function openAnalyzer({ model, precision, kernels }: ModelChoice): Promise<Analyzer> {
  const { path, implied } = locate(model, precision);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`--model: ${(error as Error).message}`);
  }
  const options = { model: bytes, precision: precision ?? implied, ...(kernels ? { kernels } : {}) };
  return startAnalyzer(options, NODE);
}

function locate(model: string, precision: Precision = 'int8'): { path: string; implied: Precision } {
  if (!/[/\\]/.test(model)) {
    const shipped = fileURLToPath(new URL(encodeURIComponent(modelFileName(model, precision)), MODELS));
    if (existsSync(shipped)) return { path: shipped, implied: precision };
  }
  const named = parseModelFileName(basename(model));
  if (/[/\\]/.test(model) || named || existsSync(model)) {
    return { path: model, implied: named?.precision ?? 'int8' };
  }
  throw new UsageError(
    `--model: there is no ${precision} model "${model}"; there are ${shippedNames(precision)}`,
  );
}

function shippedNames(precision: Precision): string {
  if (!existsSync(MODELS)) return 'none';
  const names = readdirSync(MODELS)
    .map(parseModelFileName)
    .filter((named) => named?.precision === precision)
    .map((named) => named!.model);
  return names.length > 0 ? names.join(', ') : 'none';
}
