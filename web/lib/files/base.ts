import { SentibyteError } from '../errors.js';
import type { URL as Address } from '../globals.js';
import { engineFileName, modelFileName } from '../variants.js';
import { toUrl } from './open.js';
import type { AnalyzerPlatform, Platform, QuantizerPlatform } from './platform.js';

/** A place whose files lie under one address, as they lie in the package's `dist`: `engine/` and `models/`. */
export function basePlatform(
  base: Address | string,
  { readFile }: Platform,
): AnalyzerPlatform & QuantizerPlatform {
  const root = baseUrl(base);
  return {
    engineFile: (precision, kernels) => new URL(`engine/${engineFileName(precision, kernels)}`, root),
    modelFile: (name, precision) => new URL(`models/${modelFileName(name, precision)}`, root),
    quantizerFile: () => new URL('engine/quantizer.wasm', root),
    readFile,
  };
}

/** The address of the folder that `base` means, with or without a slash at its end. */
export function baseUrl(base: Address | string): URL {
  const root = toUrl(base);
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  return root;
}

/** Where the package's own file `name` lies, which `address` says: the literal that bundlers know. */
export function shippedFile(name: string, address: () => URL): URL {
  let url: URL;
  try {
    url = address();
  } catch (cause) {
    // A build that is no module has no `import.meta.url`.
    const message = `This build cannot tell where ${name} of sentibyte lies: pass "base", the address of a copy of sentibyte/dist.`;
    throw new SentibyteError('unsupported', message, { cause });
  }
  // The development server of Vite up to 7 moves the code here and leaves its files where they were.
  if (url.pathname.includes(PREBUNDLED)) url.pathname = url.pathname.replace(PREBUNDLED, INSTALLED);
  return url;
}

const PREBUNDLED = '/node_modules/.vite/deps/';
const INSTALLED = '/node_modules/sentibyte/dist/';
