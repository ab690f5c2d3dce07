import { Worker } from 'node:worker_threads';
import type { Spawn } from '../worker/port.js';
import type { Answer } from '../worker/protocol.js';

/** Threads of Node that run `script`. One that nobody waits for does not keep the process alive. */
export function nodeSpawn(script: URL): Spawn {
  return ({ onAnswer, onDeath }) => {
    const worker = new Worker(script);
    worker.on('message', (answer: Answer) => {
      onAnswer(answer);
    });
    worker.on('error', onDeath);
    worker.on('messageerror', onDeath);
    worker.on('exit', (code) => {
      onDeath(new Error(`The worker ended with code ${code}.`));
    });
    return {
      post: (order) => {
        worker.postMessage(order);
      },
      terminate: () => {
        void worker.terminate();
      },
      setBusy: (isBusy) => {
        if (isBusy) worker.ref();
        else worker.unref();
      },
    };
  };
}
