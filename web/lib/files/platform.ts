import type { Kernels, Precision } from '../variants.js';
import type { ModelName } from '../types.js';

/** Reads a `file:` address, which `fetch` refuses. */
export type FileReader = (address: URL) => Promise<Uint8Array>;

/**
 * What the library needs to know of the place where it runs: where the package's files lie, and how a file on disk is
 * read. Each entry of the package brings its own: `index.ts` and its siblings for pages and bundlers, `node/` for Node.
 */
export interface Platform {
  /** Absent where there is no disk. */
  readFile: FileReader | undefined;
}

/** A place with engine modules. */
export interface EnginePlatform extends Platform {
  engineFile(precision: Precision, kernels: Kernels): URL;
}

/** A place with engine modules and models. */
export interface AnalyzerPlatform extends EnginePlatform {
  modelFile(name: ModelName, precision: Precision): URL;
  /** SHA-256 of that file; absent where there is no cache that could be asked for it. */
  modelHash?(name: ModelName, precision: Precision): string | undefined;
}

/** A place with the quantizer's module. */
export interface QuantizerPlatform extends Platform {
  quantizerFile(): URL;
}
