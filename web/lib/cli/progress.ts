/** How far the work is, on one line of a terminal that is rewritten. */
export interface Progress {
  add(count: number): void;
  end(): void;
}

const SILENT: Progress = { add: () => undefined, end: () => undefined };
const INTERVAL_MS = 200;
const CLEAR_LINE = '\r\u001b[K';

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Silent where `error` is no terminal, and where `output` is one: the results themselves show how far it is. */
export function progressOn(error: Terminal, output: { isTTY?: boolean }): Progress {
  if (!error.isTTY || output.isTTY) return SILENT;
  const start = performance.now();
  let done = 0;
  let shown = start;
  const line = (now: number): string => {
    const rate = done / Math.max((now - start) / 1000, 1e-3);
    return `${CLEAR_LINE}${done.toLocaleString('en')} texts, ${Math.round(rate).toLocaleString('en')} a second`;
  };
  return {
    add(count) {
      done += count;
      const now = performance.now();
      if (now - shown < INTERVAL_MS) return;
      shown = now;
      error.write(line(now));
    },
    end() {
      error.write(`${line(performance.now())}\n`);
    },
  };
}
