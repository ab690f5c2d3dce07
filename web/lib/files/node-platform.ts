import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { SentibyteError } from '../errors.js';
import { engineFileName, modelFileName } from '../variants.js';
import type { AnalyzerPlatform, QuantizerPlatform } from './platform.js';

// `import.meta.url` goes through a variable: where a bundler for Node sees the literal `new URL('..', import.meta.url)`
// it copies files about and changes the address. In a bundle that is no module there is none.
const here = import.meta.url as string | undefined;
const PACKAGE = new URL('../', here?.startsWith('file:') ? here : pathToFileURL(`${process.cwd()}/`));

/** Where the package says its version. */
export const PACKAGE_JSON = new URL('../package.json', PACKAGE);

/** The folder of the package's models. */
export const MODELS = new URL('models/', PACKAGE);

/** What a thread of the command runs. */
export const COMMAND_WORKER = new URL('node/cli-worker.js', PACKAGE);

/** Node, from 20.0: the package's files lie on disk beside its code, or where it was installed. */
export const NODE: AnalyzerPlatform & QuantizerPlatform = {
  engineFile: (precision, kernels) => locate(`engine/${engineFileName(precision, kernels)}`),
  modelFile: (name, precision) => locate(`models/${modelFileName(name, precision)}`),
  quantizerFile: () => locate('engine/quantizer.wasm'),
  readFile: (address) => readFile(address),
};

/**
 * Where a file of the package lies: beside this code or, when a bundler has moved the code, in the `node_modules` that
 * are seen from where it went or from the working folder. Float files come with `sentibyte-lab`, installed beside.
 */
function locate(file: string): URL {
  const beside = new URL(file, PACKAGE);
  if (existsSync(beside)) return beside;
  for (const start of [PACKAGE, pathToFileURL(`${process.cwd()}/`)]) {
    for (let folder = start, last = ''; folder.href !== last; folder = new URL('../', folder)) {
      last = folder.href;
      for (const place of ['sentibyte/dist/', 'sentibyte-lab/']) {
        const installed = new URL(`node_modules/${place}${file}`, folder);
        if (existsSync(installed)) return installed;
      }
    }
  }
  const advice = /float|quantizer/.test(file)
    ? 'it comes with the package sentibyte-lab'
    : 'where a build has moved the code, pass "base", the address of a copy of sentibyte/dist';
  throw new SentibyteError('network', `${beside.href} is not there: ${advice}.`);
}
