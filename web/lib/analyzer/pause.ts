interface WithImmediate {
  setImmediate?: (run: () => void) => void;
}

let channel: MessageChannel | undefined;

/**
 * Lets others have a turn before the work goes on: the page draws, and messages that came meanwhile, a worker's order to stop
 * among them, are answered. (`scheduler.yield` would go on before them; a timer waits four milliseconds.)
 */
export function pause(): Promise<void> {
  const { setImmediate } = globalThis as WithImmediate;
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    if (typeof MessageChannel !== 'function') {
      setTimeout(resolve, 0);
      return;
    }
    channel ??= new MessageChannel();
    channel.port1.addEventListener(
      'message',
      () => {
        resolve();
      },
      { once: true },
    );
    channel.port1.start();
    channel.port2.postMessage(0);
  });
}
