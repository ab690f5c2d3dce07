import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAnalyzer } from '../analyzer/create.js';
import { MODELS, NODE } from '../files/node-platform.js';
import type { Analyzer, OwnWords } from '../types.js';
import { type Kernels, modelFileName, parseModelFileName, type Precision } from '../variants.js';
import { UsageError } from './failure.js';
import type { ModelChoice } from './options.js';

/** A model that was read, and how to run it. */
export interface ModelSetup {
  model: Uint8Array;
  precision: Precision;
  kernels?: Kernels;
  words?: OwnWords;
}

/** Reads the model that the command line names. */
export function readModel({ model, precision, kernels, words }: ModelChoice): ModelSetup {
  const { path, implied } = locate(model, precision);
  const setup: ModelSetup = { model: readOf('--model', path), precision: precision ?? implied };
  if (kernels !== undefined) setup.kernels = kernels;
  if (words !== undefined) setup.words = readWords(words);
  return setup;
}

function readOf(option: string, path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${option}: ${(error as Error).message}`);
  }
}

/** Which words and weights are right the analyzer says. */
function readWords(words: string): OwnWords {
  const isJson = words.trimStart().startsWith('{');
  const json = isJson ? words : new TextDecoder().decode(readOf('--words', words));
  try {
    return JSON.parse(json) as OwnWords;
  } catch (error) {
    throw new UsageError(`--words: ${isJson ? '' : `${words}: `}${(error as Error).message}`);
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
