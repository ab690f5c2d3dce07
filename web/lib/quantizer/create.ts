import { compile } from '../engine/compile.js';
import { accepts } from '../engine/kernels.js';
import { SentibyteError } from '../errors.js';
import { basePlatform } from '../files/base.js';
import { checkBytes } from '../files/bytes.js';
import type { QuantizerPlatform } from '../files/platform.js';
import type { URL } from '../globals.js';
import type { ModuleSource } from '../types.js';
import { instantiateQuantizer, type QuantizerModule } from './module.js';
import { type QuantizeOptions, toWords } from './options.js';
import type { QuantizationReport } from './report.js';

/** What `createQuantizer` takes. */
export interface QuantizerOptions {
  /** Replaces the shipped module. */
  wasm?: ModuleSource;
  /** Where a copy of the package lies: `engine/` is looked for under it. */
  base?: URL | string;
}

/** A quantized model and what was done to it. */
export interface Quantized {
  /** Ready for `createEngine` or for a file. */
  blob: Uint8Array<ArrayBuffer>;
  report: QuantizationReport;
}

/** Made by `createQuantizer`. */
export interface Quantizer {
  /** Throws `input` for options that do not fit, and for a blob that is damaged or quantized already. */
  quantize(floatBlob: Uint8Array, options?: QuantizeOptions): Quantized;
  /** Hands the memory back. */
  dispose(): void;
}

/** What `createQuantizer` promises, on a given platform. */
export async function startQuantizer(
  options: QuantizerOptions,
  shipped: QuantizerPlatform,
): Promise<Quantizer> {
  const platform = options.base === undefined ? shipped : basePlatform(options.base, shipped);
  if (!accepts('simd')) {
    throw new SentibyteError(
      'unsupported',
      'The quantizer needs WebAssembly SIMD, which this browser lacks.',
    );
  }
  const compiled = await compile(options.wasm ?? platform.quantizerFile(), platform.readFile);
  return new RunningQuantizer(await instantiateQuantizer(compiled.module));
}

class RunningQuantizer implements Quantizer {
  #module: QuantizerModule | undefined;
  #ended = new SentibyteError('disposed', 'This quantizer was disposed of; create a new one.');

  constructor(module: QuantizerModule) {
    this.#module = module;
  }

  quantize(floatBlob: Uint8Array, options: QuantizeOptions = {}): Quantized {
    if (!this.#module) throw this.#ended;
    checkBytes(floatBlob, 'The float blob');
    const words = toWords(options);
    try {
      // One session per model: its memory goes back to the module's heap when it is deleted.
      const session = new this.#module.QuantizerSession();
      try {
        if (!session.prepareBlob(floatBlob.byteLength)) throw new SentibyteError('input', session.message());
        session.blob().set(floatBlob);
        if (!session.quantize(words)) throw new SentibyteError('input', session.message());
        return {
          blob: session.result().slice(),
          report: JSON.parse(session.report()) as QuantizationReport,
        };
      } finally {
        session.delete();
      }
    } catch (cause) {
      if (cause instanceof SentibyteError) throw cause;
      // A trap leaves the instance in an unknown state: nobody uses it again.
      this.#ended = new SentibyteError('engine', 'The quantizer stopped unexpectedly; create a new one.', {
        cause,
      });
      this.#module = undefined;
      throw this.#ended;
    }
  }

  dispose(): void {
    this.#module = undefined;
  }
}
