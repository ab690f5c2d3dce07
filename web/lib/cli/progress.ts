/** How far the work is, on one line of a terminal that is rewritten. */
export interface Progress {
  add(rows: number): void;
  /** Bytes of the input that were read. */
  addBytes(count: number): void;
  /** Leaves the last state on its line. */
  end(): void;
  /** Takes the line away. */
  clear(): void;
}

const nothing = (): void => undefined;
const SILENT: Progress = { add: nothing, addBytes: nothing, end: nothing, clear: nothing };
const INTERVAL_MS = 200;
/** Before that, a guess at the time left would jump about. */
const FIRST_GUESS_MS = 1000;
const CLEAR_LINE = '\r\u001b[K';

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Silent where `error` is no terminal, and where `output` is one: the results themselves show how far it is. `size` is that of
 * the input in bytes, where it is known.
 */
export function progressOn(
  error: Terminal,
  output: { isTTY?: boolean },
  size?: number,
  clock: () => number = () => performance.now(),
): Progress {
  if (!error.isTTY || output.isTTY) return SILENT;
  const start = clock();
  let done = 0;
  let bytes = 0;
  let shown = start;
  const state = (now: number): string => {
    const rate = done / Math.max((now - start) / 1000, 1e-3);
    return `${CLEAR_LINE}${done.toLocaleString('en')} texts, ${Math.round(rate).toLocaleString('en')} a second`;
  };
  const left = (now: number): string => {
    if (size === undefined || bytes === 0 || now - start < FIRST_GUESS_MS) return '';
    return `, ${duration(((now - start) / 1000) * Math.max(0, size / bytes - 1))} left`;
  };
  return {
    add(rows) {
      done += rows;
      const now = clock();
      if (now - shown < INTERVAL_MS) return;
      shown = now;
      error.write(state(now) + left(now));
    },
    addBytes(count) {
      bytes += count;
    },
    end() {
      error.write(`${state(clock())}\n`);
    },
    clear() {
      error.write(CLEAR_LINE);
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
