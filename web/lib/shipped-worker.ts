import { shippedFile } from './files/base.js';

/** The worker's script that the package ships, in the two forms that bundlers find files by: literally these. */

/** Starts a worker of the page's own origin. */
export function startShippedWorker(): Worker {
  return new Worker(new URL('./worker-script.js', import.meta.url), { type: 'module' });
}

/** Where the script lies, for a page of another origin: the script is one file and fetches nothing. */
export function shippedWorkerScript(): URL {
  return shippedFile('worker-script.js', () => new URL('./worker-script.js', import.meta.url));
}
