/** Calls of which only the newest counts: each stops the one before it that was named alike. */
export class Newest {
  readonly #running = new Map<unknown, AbortController>();

  /** Runs `call` with a signal that says when a newer one came, or when `signal` says so. */
  async run<T>(
    name: unknown,
    signal: AbortSignal | undefined,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    const stop = (): void => {
      controller.abort(signal?.reason);
    };
    if (signal?.aborted) stop();
    else {
      this.#running.get(name)?.abort(new Error('A newer call took its place.'));
      this.#running.set(name, controller);
    }
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await call(controller.signal);
    } finally {
      signal?.removeEventListener('abort', stop);
      if (this.#running.get(name) === controller) this.#running.delete(name);
    }
  }
}
