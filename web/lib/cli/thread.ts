import { parentPort, Worker, workerData } from 'node:worker_threads';
import { SentibyteError } from '../errors.js';
import { COMMAND_WORKER } from '../files/node-platform.js';
import { type JudgeSetup, startJudge } from './judge.js';
import type { JudgeThread, ThreadEvents } from './pool.js';

type Answer = { results: string[] } | { refused: string };

/** Starts a worker of Node that judges. */
export function startThread(setup: JudgeSetup, events: ThreadEvents): JudgeThread {
  const worker = new Worker(COMMAND_WORKER, { workerData: setup });
  let isOver = false;
  const over = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    events.died(reason);
  };
  worker.on('message', (answer: Answer) => {
    if (isOver) return;
    if ('results' in answer) {
      events.results(answer.results);
    } else {
      isOver = true;
      events.refused(answer.refused);
    }
  });
  worker.on('error', (error: Error) => {
    over(error.message);
  });
  worker.on('exit', (code) => {
    over(`exit code ${code}`);
  });
  return {
    send(texts) {
      worker.postMessage(texts);
    },
    stop() {
      isOver = true;
      void worker.terminate();
    },
  };
}

/** What such a worker does. */
export async function serveThread(): Promise<void> {
  const port = parentPort!;
  try {
    const judge = await startJudge(workerData as JudgeSetup);
    let last: Promise<void> = Promise.resolve();
    port.on('message', (texts: string[]) => {
      // One after the other; a failure is the worker's end, which its pool learns by the event `error`.
      last = last.then(async () => {
        port.postMessage({ results: await judge.judge(texts) } satisfies Answer);
      });
    });
  } catch (error) {
    if (!(error instanceof SentibyteError)) throw error;
    port.postMessage({ refused: error.message } satisfies Answer);
  }
}
