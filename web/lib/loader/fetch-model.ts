import { checkSignal } from '../analyzer/checks.js';
import { readLocally } from '../engine/source.js';
import { SentibyteError } from '../errors.js';
import type { LoadProgress } from '../types.js';

export interface FetchOptions {
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The bytes at `address`, reported as they come. Rejects with `network` when they do not arrive whole, `aborted` when
 * the caller gives up, `model` when what arrives is a web page.
 */
export async function fetchModel(address: URL, { onProgress, signal }: FetchOptions): Promise<Uint8Array> {
  checkSignal(signal);
  const local = await readLocally(address);
  if (local !== undefined) {
    checkSignal(signal);
    onProgress?.({ loaded: local.length, total: local.length });
    return local;
  }
  let response: Response;
  try {
    response = await fetch(address, signal ? { signal } : {});
  } catch (cause) {
    checkSignal(signal);
    throw new SentibyteError('network', `The model ${address.href} could not be fetched.`, { cause });
  }
  if (!response.ok) {
    throw new SentibyteError(
      'network',
      `The model ${address.href} was answered with status ${response.status}.`,
    );
  }
  try {
    return await readBody(response, onProgress);
  } catch (cause) {
    checkSignal(signal);
    throw new SentibyteError('network', `The model ${address.href} stopped arriving.`, { cause });
  }
}

async function readBody(
  response: Response,
  onProgress: ((progress: LoadProgress) => void) | undefined,
): Promise<Uint8Array> {
  if (onProgress === undefined || response.body === null) return new Uint8Array(await response.arrayBuffer());
  const announced = announcedLength(response);
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.length;
    // A length that has been passed was of something else.
    const total = announced !== undefined && loaded <= announced ? announced : undefined;
    onProgress(total === undefined ? { loaded } : { loaded, total });
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Content-Length, unless it counts compressed bytes. */
function announcedLength(response: Response): number | undefined {
  const encoding = response.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') return undefined;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : undefined;
}
