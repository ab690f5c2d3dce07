import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAnalyzer } from '../analyzer/create.js';
import { MODELS, NODE } from '../files/node-platform.js';
import type { Analyzer } from '../types.js';
import { type Kernels, modelFileName, parseModelFileName, type Precision } from '../variants.js';
import { UsageError } from './failure.js';
import type { ModelChoice } from './options.js';

/** A model that was read, and how to run it. */
export interface ModelSetup {
  model: Uint8Array;
  precision: Precision;
  kernels?: Kernels;
}

/** Reads the model that the command line names. */
export function readModel({ model, precision, kernels }: ModelChoice): ModelSetup {
  const { path, implied } = locate(model, precision);
  try {
    return { model: readFileSync(path), precision: precision ?? implied, ...(kernels ? { kernels } : {}) };
  } catch (error) {
    throw new UsageError(`--model: ${(error as Error).message}`);
  }
}

export function openAnalyzer(setup: ModelSetup): Promise<Analyzer> {
  return startAnalyzer(setup, NODE);
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
