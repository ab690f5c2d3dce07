import { startEngine } from '../engine/create.js';
import type { EngineOptions } from '../engine/types.js';
import { SentibyteError } from '../errors.js';
import { basePlatform } from '../files/base.js';
import type { AnalyzerPlatform } from '../files/platform.js';
import { loadModel } from '../loader/model.js';
import { checkSignal } from '../signal.js';
import { readVocabulary } from '../tokenizer/blob.js';
import { Tokenizer } from '../tokenizer/tokenizer.js';
import {
  type Analyzer,
  type AnalyzerOptions,
  type FileSource,
  MODEL_NAMES,
  type ModelName,
} from '../types.js';
import { KERNELS, PRECISIONS } from '../variants.js';
import { EngineAnalyzer } from './analyzer.js';
import { checkOptions, kindOf } from './checks.js';
import { nearest } from './nearest.js';
import { LABELS } from './sentiment.js';

const OPTIONS = ['model', 'precision', 'kernels', 'wasm', 'base', 'onProgress', 'signal'];

/** What `createAnalyzer` promises, on a given platform. */
export async function startAnalyzer(options: AnalyzerOptions, shipped: AnalyzerPlatform): Promise<Analyzer> {
  checkModelIsNamed(options);
  checkOptions(options, OPTIONS);
  const platform = options.base === undefined ? shipped : basePlatform(options.base, shipped);
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
    checkClasses(engine.classes, name);
    const vocabulary = readVocabulary(bytes);
    if (vocabulary.pieces.length > engine.vocabulary) {
      throw new SentibyteError(
        'model',
        `${name} has ${vocabulary.pieces.length} pieces, but knows ${engine.vocabulary}.`,
      );
    }
    return new EngineAnalyzer(engine, new Tokenizer(vocabulary), bytes.length);
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

/** One by one: a name may hold any character, so that joined names can be equal where the lists are not. */
function checkClasses(classes: readonly string[], name: string): void {
  if (classes.length === LABELS.length && classes.every((label, index) => label === LABELS[index])) return;
  const found = classes.map((label) => `"${label}"`).join(', ');
  throw new SentibyteError('model', `${name} has the classes ${found}, not ${LABELS.join(', ')}.`);
}

/** `createAnalyzer('nano')` is what many try first. */
function checkModelIsNamed(options: unknown): void {
  if (typeof options !== 'string' && !(options instanceof URL)) return;
  const model =
    options instanceof URL
      ? 'url'
      : (MODEL_NAMES as readonly unknown[]).includes(options)
        ? `'${options}'`
        : "'small'";
  throw new SentibyteError(
    'input',
    `options must be an object, but is ${kindOf(options)}; did you mean createAnalyzer({ model: ${model} })?`,
  );
}

function sourceOf(
  model: NonNullable<AnalyzerOptions['model']>,
  { precision = 'int8' }: AnalyzerOptions,
  platform: AnalyzerPlatform,
): FileSource {
  if (typeof model === 'object' && !Object.is(model, null)) return model;
  checkOption('model', model, MODEL_NAMES);
  return platform.modelFile(model as ModelName, precision);
}

function checkOption(option: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.includes(value)) return;
  const known = allowed.map((one) => `"${String(one)}"`).join(' or ');
  let hint = '';
  if (typeof value === 'string') {
    const isFile = option === 'model' && /[./\\:]/.test(value);
    hint = isFile ? urlHint(value) : ` Did you mean "${nearest(value, allowed.map(String))}"?`;
  }
  throw new SentibyteError('input', `${option} must be ${known}, but is ${kindOf(value)}.${hint}`);
}

/** A file is given as a URL, because what a path is relative to differs between pages, modules and Node. */
function urlHint(path: string): string {
  const shown = path.length <= 60 && !/['\\\n]/.test(path) ? path : './model.sbm';
  const url = /^[a-z]{2,}:/i.test(shown) ? `new URL('${shown}')` : `new URL('${shown}', import.meta.url)`;
  return ` A file is given as a URL: model: ${url}.`;
}
