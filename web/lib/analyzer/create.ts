import { type EngineOptions, startEngine } from '../engine/create.js';
import { SentibyteError } from '../errors.js';
import type { AnalyzerPlatform } from '../files/platform.js';
import { loadModel } from '../loader/model.js';
import { checkSignal } from '../signal.js';
import { readVocabulary } from '../tokenizer/blob.js';
import { Tokenizer } from '../tokenizer/tokenizer.js';
import { type Analyzer, type AnalyzerOptions, type FileSource, MODEL_NAMES } from '../types.js';
import { KERNELS, PRECISIONS } from '../variants.js';
import { EngineAnalyzer } from './analyzer.js';
import { LABELS } from './sentiment.js';

/** What `createAnalyzer` promises, on a given platform. */
export async function startAnalyzer(options: AnalyzerOptions, platform: AnalyzerPlatform): Promise<Analyzer> {
  const { model = 'small', precision = 'int8', kernels, wasm, signal } = options;
  checkOption('precision', precision, PRECISIONS);
  if (kernels !== undefined) checkOption('kernels', kernels, KERNELS);

  const arriving = loadModel(sourceOf(model, options, platform), { ...options, readFile: platform.readFile });
  const engineOptions: EngineOptions = { blob: arriving.then(({ bytes }) => bytes), precision };
  if (kernels !== undefined) engineOptions.kernels = kernels;
  if (wasm !== undefined) engineOptions.wasm = wasm;
  const engine = await startEngine(engineOptions, platform);
  const { name, bytes } = await arriving;
  try {
    checkSignal(signal);
    if (engine.classes.join() !== LABELS.join()) {
      throw new SentibyteError(
        'model',
        `${name} has the classes ${engine.classes.join(', ')}, not ${LABELS.join(', ')}.`,
      );
    }
    return new EngineAnalyzer(engine, new Tokenizer(readVocabulary(bytes)), bytes.length);
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

function sourceOf(
  model: NonNullable<AnalyzerOptions['model']>,
  { precision = 'int8' }: AnalyzerOptions,
  platform: AnalyzerPlatform,
): FileSource {
  if (typeof model === 'object') return model;
  checkOption('model', model, MODEL_NAMES);
  return platform.modelFile(model, precision);
}

function checkOption(option: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.includes(value)) return;
  const shown = typeof value === 'string' ? `"${value}"` : `of type ${typeof value}`;
  throw new SentibyteError(
    'input',
    `${option} must be ${allowed.map((one) => `"${String(one)}"`).join(' or ')}, but is ${shown}.`,
  );
}
