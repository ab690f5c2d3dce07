/** The room's worker: both engines in one thread, so that their times can be compared, and the quantizer. */
import { floatEngine } from '../../../../lib/float-engine.js';
import { createAnalyzer } from '../../../../lib/index.js';
import { createQuantizer } from '../../../../lib/quantizer.js';
import { answerRequests } from '../../../shared/worker/answer.js';
import { fetchBlob } from './fetch-blob.js';
import { Laboratory } from './laboratory.js';

/** A message to oneself is served after those that already wait, without the 4 ms that nested timers cost. */
const channel = new MessageChannel();
const resumed: (() => void)[] = [];
channel.port1.onmessage = () => {
  resumed.shift()?.();
};

const laboratory = new Laboratory({
  createAnalyzer: (options) =>
    createAnalyzer(options?.precision === 'float' ? { ...options, ...floatEngine } : options),
  createQuantizer,
  clock: () => performance.now(),
  fetchBlob,
  compile: async (address) => WebAssembly.compile(await (await fetch(address)).arrayBuffer()),
  pause: () =>
    new Promise((resolve) => {
      resumed.push(resolve);
      channel.port2.postMessage(null);
    }),
});

/** The library's error code; its packages have a class of errors each. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'engine';
}

answerRequests(laboratory.services, codeOf);
