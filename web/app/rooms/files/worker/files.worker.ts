/** The worker of the room Files: it reads, counts and writes, and has the package's workers judge. */
import { createWorkerAnalyzer } from '../../../../lib/worker.js';
import { answerRequests } from '../../../shared/worker/answer.js';
import { codeOf } from './fault.js';
import { FileHost } from './host.js';

const host = new FileHost({
  createAnalyzer: (model) =>
    createWorkerAnalyzer({ model, workers: Math.max(1, navigator.hardwareConcurrency) }),
  clock: () => performance.now(),
});

answerRequests(host.services, codeOf);
