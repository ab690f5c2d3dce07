import type { Answer, Order } from './protocol.js';

/** A worker, wherever it runs: `web-port.ts` in a page, `node/worker-port.ts` in Node. */
export interface WorkerPort {
  post(order: Order): void;
  /** Ends it at once; nothing is heard of it after. */
  terminate(): void;
  /** Whether somebody waits for it: where that is so, a process does not end by itself. */
  setBusy(isBusy: boolean): void;
}

/** Who hears of a worker. */
export interface PortEvents {
  onAnswer: (answer: Answer) => void;
  /** It will not answer any more. */
  onDeath: (reason: unknown) => void;
}

/** Starts a worker. May throw where there is none to be had. */
export type Spawn = (events: PortEvents) => WorkerPort;

/** A place where workers can be started. */
export interface WorkerPlatform {
  /** Workers of the package's script, or of the one that lies under `base`. */
  spawn: (base: URL | undefined) => Spawn;
  /** More workers than this do not make it faster. */
  cores: number;
}
