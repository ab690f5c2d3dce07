import { createEngine, type EngineOptions } from '../engine/index.js';
import { SentibyteError } from '../errors.js';
import { fetchModel } from '../loader/fetch-model.js';
import { checkIsModel } from '../loader/identify.js';
import { shippedModel } from '../shipped-models.js';
import { readVocabulary } from '../tokenizer/blob.js';
import { Tokenizer } from '../tokenizer/tokenizer.js';
import type { Analyzer, AnalyzerOptions } from '../types.js';
import { EngineAnalyzer } from './analyzer.js';
import { checkSignal } from './checks.js';
import { LABELS } from './sentiment.js';

const PRECISIONS: readonly unknown[] = ['int8', 'float'];
const KERNELS: readonly unknown[] = ['scalar', 'simd', 'relaxed'];

/**
 * Loads a model and makes it ready.
 *
 * Rejects with a `SentibyteError`: `network` when a file does not arrive, `model` when the blob is damaged or not one,
 * `unsupported` when nothing here can run it, `aborted` when `signal` gives up, `input` for an option out of range.
 * @example
 * const analyzer = await createAnalyzer();
 * analyzer.analyze('I would buy it again').label; // 'positive'
 * @example
 * // The smaller model, with a progress bar.
 * const analyzer = await createAnalyzer({
 *   model: 'nano',
 *   onProgress: ({ loaded, total }) => (bar.value = total ? loaded / total : 0),
 * });
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const { model = 'small', precision = 'int8', kernels, wasm, signal } = options;
  checkOption('precision', precision, PRECISIONS);
  if (kernels !== undefined) checkOption('kernels', kernels, KERNELS);

  const { name, arriving } = request(model, options);
  const engineOptions: EngineOptions = { blob: arriving, precision };
  if (kernels !== undefined) engineOptions.kernels = kernels;
  if (wasm !== undefined) engineOptions.wasm = wasm;
  const engine = await createEngine(engineOptions);
  const bytes = await arriving;
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

/** A model that has been asked for, and what to call it in messages. */
interface Requested {
  name: string;
  arriving: Promise<Uint8Array>;
}

function request(model: NonNullable<AnalyzerOptions['model']>, options: AnalyzerOptions): Requested {
  const { precision = 'int8', onProgress, signal } = options;
  if (model instanceof Uint8Array) return checked('The given model', Promise.resolve(model));
  if (model instanceof ArrayBuffer) return checked('The given model', Promise.resolve(new Uint8Array(model)));
  if (!(model instanceof URL)) checkOption('model', model, ['small', 'nano']);
  const address = model instanceof URL ? model : shippedModel(model, precision);
  return checked(address.href, fetchModel(address, { onProgress, signal }));
}

function checked(name: string, arriving: Promise<Uint8Array>): Requested {
  const check = (bytes: Uint8Array): Uint8Array => {
    checkIsModel(bytes, name);
    return bytes;
  };
  return { name, arriving: arriving.then(check) };
}

function checkOption(option: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.includes(value)) return;
  const shown = typeof value === 'string' ? `"${value}"` : `of type ${typeof value}`;
  throw new SentibyteError(
    'input',
    `${option} must be ${allowed.map((one) => `"${String(one)}"`).join(' or ')}, but is ${shown}.`,
  );
}
