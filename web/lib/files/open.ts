import { SentibyteError } from '../errors.js';
import { bytesOf } from './bytes.js';
import { checkSignal } from '../signal.js';
import type { FileSource, LoadProgress } from '../types.js';
import type { AbortSignal, URL as Address } from '../globals.js';
import type { FileReader } from './platform.js';

/** A file that is there, or that has begun to arrive. */
export interface OpenFile {
  /** What messages call it. */
  name: string;
  /** Where it came from; absent for bytes that were given. */
  address?: string;
  body: Uint8Array | Response;
}

/** How a file is opened. */
export interface OpenOptions {
  /** What messages call bytes that have no address. */
  what: string;
  readFile: FileReader | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Opens `source`, wherever it is. Rejects with `network` for a file that is not there or does not answer, `input` for
 * an address that leads nowhere, `aborted` when `signal` gives up.
 */
export async function openFile(source: FileSource, options: OpenOptions): Promise<OpenFile> {
  const { what, readFile, signal } = options;
  checkSignal(signal);
  // Not by `instanceof`: in Vitest with jsdom the bytes of a file are of another `Uint8Array` than the global one.
  if (ArrayBuffer.isView(source)) return { name: what, body: source };
  if (source instanceof ArrayBuffer) return { name: what, body: bytesOf(source, what) };
  if (isResponse(source)) return opened(source, source.url === '' ? what : source.url);

  const url = toUrl(source);
  const name = url.href;
  if (url.protocol === 'file:' && readFile !== undefined) {
    const body = await readFile(url).catch((cause: unknown) => {
      throw new SentibyteError('network', `${name} could not be read.`, { cause });
    });
    checkSignal(signal);
    return { name, address: name, body };
  }
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (cause) {
    checkSignal(signal);
    throw new SentibyteError('network', `${name} could not be fetched.`, { cause });
  }
  return { ...opened(response, name), address: name };
}

/** All bytes of `file`. Rejects with `network` when it stops arriving, `aborted` when `signal` gives up. */
export async function readWhole(
  file: OpenFile,
  onProgress?: (progress: LoadProgress) => void,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { body, name } = file;
  if (ArrayBuffer.isView(body)) {
    // Bytes that were given did not arrive.
    if (file.address !== undefined) onProgress?.({ loaded: body.length, total: body.length });
    return body;
  }
  try {
    return await readBody(body, onProgress);
  } catch (cause) {
    checkSignal(signal);
    throw new SentibyteError('network', `${name} stopped arriving.`, { cause });
  }
}

function isResponse(source: unknown): source is Response {
  return typeof Response === 'function' && source instanceof Response;
}

function opened(response: Response, name: string): OpenFile {
  if (!response.ok)
    throw new SentibyteError('network', `${name} was answered with status ${response.status}.`);
  return { name, body: response };
}

/**
 * Relative addresses are those of the page or the worker. Not strings alone are such: Next.js makes of `new URL('./x',
 * import.meta.url)` an object whose `href` has no origin.
 */
export function toUrl(address: Address | string): URL {
  const href = typeof address === 'string' ? address : address.href;
  try {
    return new URL(href, typeof location === 'object' ? location.href : undefined);
  } catch (cause) {
    const advice = `new URL(${JSON.stringify(href)}, import.meta.url)`;
    throw new SentibyteError('input', `"${href}" is not a whole address; try ${advice}.`, { cause });
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
