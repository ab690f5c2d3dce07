interface WithScheduler {
  scheduler?: { yield?: () => Promise<void> };
}

/** Lets the page draw and answer before the work goes on; unlike a microtask, it does give others a turn. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
