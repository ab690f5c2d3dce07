import { readFile } from 'node:fs/promises';
import { engineFileName, modelFileName } from '../variants.js';
import type { AnalyzerPlatform, QuantizerPlatform } from './platform.js';

// The package's folder. `import.meta.url` goes through a variable: where a bundler for Node sees the literal
// `new URL('..', import.meta.url)` it copies files about and changes the address.
const here = import.meta.url;
const PACKAGE = new URL('../', here);

/** Where the package says its version. */
export const PACKAGE_JSON = new URL('../package.json', PACKAGE);

/** The folder of the package's models. */
export const MODELS = new URL('models/', PACKAGE);

/** What a thread of the command runs. */
export const COMMAND_WORKER = new URL('node/cli-worker.js', PACKAGE);

/** Node, from 20.0: the package's files lie on disk beside its code. */
export const NODE: AnalyzerPlatform & QuantizerPlatform = {
  engineFile: (precision, kernels) => new URL(`engine/${engineFileName(precision, kernels)}`, PACKAGE),
  modelFile: (name, precision) => new URL(modelFileName(name, precision), MODELS),
  quantizerFile: () => new URL('engine/quantizer.wasm', PACKAGE),
  readFile: (address) => readFile(address),
};
