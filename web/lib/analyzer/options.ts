import type { ModuleOptions } from '../engine/choose.js';
import { SentibyteError } from '../errors.js';
import { type AnalyzerOptions, MODEL_NAMES } from '../types.js';
import { KERNELS, PRECISIONS } from '../variants.js';
import { checkOptions, checkWords, kindOf } from './checks.js';
import { nearest } from './nearest.js';

const OPTIONS = [
  'model',
  'precision',
  'kernels',
  'wasm',
  'base',
  'words',
  'onProgress',
  'onModel',
  'cache',
  'signal',
];
const MODELS = [...MODEL_NAMES, 'auto'];

/** Throws `input` for what `createAnalyzer` and, with `more` options of its own, `createWorkerAnalyzer` cannot take. */
export function checkAnalyzerOptions(options: AnalyzerOptions, more: readonly string[] = []): void {
  checkModelIsNamed(options);
  checkOptions(options, [...OPTIONS, ...more]);
  const { model = 'small', precision = 'int8', kernels, words, cache = false } = options;
  checkOption('precision', precision, PRECISIONS);
  if (kernels !== undefined) checkOption('kernels', kernels, KERNELS);
  if (words !== undefined) checkWords(words);
  if (typeof cache !== 'boolean') {
    throw new SentibyteError('input', `cache must be true or false, but is ${kindOf(cache)}.`);
  }
  if (typeof model !== 'object' || Object.is(model, null)) checkOption('model', model, MODELS);
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

/** Which engine modules the options allow. */
export function moduleOptions({ precision = 'int8', kernels, wasm }: AnalyzerOptions): ModuleOptions {
  const allowed: ModuleOptions = { precision };
  if (kernels !== undefined) allowed.kernels = kernels;
  if (wasm !== undefined) allowed.wasm = wasm;
  return allowed;
}
