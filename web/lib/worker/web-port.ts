import { SentibyteError } from '../errors.js';
import type { Spawn } from './port.js';
import type { Answer } from './protocol.js';

/** A script of workers: where it lies, and what starts it where it has the page's origin. */
export interface WorkerScript {
  address(): URL;
  start(): Worker;
}

/** The script as it lies in a copy of the package's `dist`. */
export function scriptUnder(base: URL): WorkerScript {
  const address = new URL('worker-script.js', base);
  return { address: () => address, start: () => new Worker(address, { type: 'module' }) };
}

/** Workers of a page, or of another worker. */
export function webSpawn(script: WorkerScript): Spawn {
  return ({ onAnswer, onDeath }) => {
    if (typeof Worker !== 'function') throw new SentibyteError('unsupported', 'There are no workers here.');
    const address = script.address();
    const worker = address.origin === location.origin ? script.start() : startFromElsewhere(address);
    worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      onAnswer(event.data);
    });
    // A script that does not arrive, or that the page's policy refuses, is heard of here and nowhere else.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onDeath(new Error(event.message || `${address.href} could not be started as a worker.`));
    });
    worker.addEventListener('messageerror', () => {
      onDeath(new Error('A message of the worker could not be read.'));
    });
    return {
      post: (order) => {
        worker.postMessage(order);
      },
      terminate: () => {
        worker.terminate();
      },
      setBusy: () => undefined,
    };
  };
}

/**
 * A worker has to come from the page's own origin, but may import what another one allows by CORS: by `import()`, which a
 * policy's script-src allows; a plain import would ask worker-src. What becomes of it only an error in the worker tells.
 */
function startFromElsewhere(address: URL): Worker {
  const code = `import(${JSON.stringify(address.href)}).catch((error) => setTimeout(() => { throw error; }));`;
  const own = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(own, { type: 'module' });
  const forget = (): void => {
    URL.revokeObjectURL(own);
  };
  worker.addEventListener('message', forget, { once: true });
  worker.addEventListener('error', forget, { once: true });
  return worker;
}
