import { SentibyteError } from '../errors.js';
import type { AnalyzerOptions, ModelName } from '../types.js';

/**
 * What `model: 'auto'` does, wherever the models run: `install` brings `nano`, then this resolves; `small` follows, and
 * `onModel` says when it answers, or why it never will. Gives what stops the second load.
 */
export async function loadInTurn(
  { onModel, signal }: Pick<AnalyzerOptions, 'onModel' | 'signal'>,
  install: (name: ModelName, signal: AbortSignal) => Promise<void>,
): Promise<() => void> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const end = (): void => {
    signal?.removeEventListener('abort', stop);
  };
  try {
    await install('nano', controller.signal);
  } catch (error) {
    end();
    throw error;
  }
  onModel?.({ model: 'nano' });
  let isWanted = true;
  void install('small', controller.signal)
    .then(
      () => {
        if (isWanted) onModel?.({ model: 'small' });
      },
      (error: unknown) => {
        if (isWanted) onModel?.({ model: 'nano', error: toError(error) });
      },
    )
    .finally(end);
  return () => {
    isWanted = false;
    stop();
  };
}

function toError(error: unknown): SentibyteError {
  if (error instanceof SentibyteError) return error;
  return new SentibyteError('engine', 'The model "small" could not be started.', { cause: error });
}
