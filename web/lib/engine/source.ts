import { SentibyteError } from '../errors.js';

/** Where an engine module comes from: an address, its bytes, or the module compiled beforehand. */
export type Source = URL | string | Uint8Array | ArrayBuffer | WebAssembly.Module;

/** A compiled module and the length of its bytes (0 where only the compiled module was given). */
export interface Compiled {
  module: WebAssembly.Module;
  bytes: number;
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const TYPE = 'application/wasm';

/** Compiles `source`. Rejects with `network` when it does not arrive, `engine` when it is not WebAssembly. */
export async function compile(source: Source): Promise<Compiled> {
  if (source instanceof WebAssembly.Module) return { module: source, bytes: 0 };
  if (source instanceof Uint8Array) return compileBytes(source, 'The given bytes');
  if (source instanceof ArrayBuffer) return compileBytes(new Uint8Array(source), 'The given bytes');

  const local = await readLocally(source);
  if (local) return compileBytes(local, String(source));
  return compileResponse(await request(source), String(source));
}

/**
 * The bytes of a `file:` URL, in Node, where `fetch` does not read them. `undefined` for anything else.
 * `getBuiltinModule` instead of an import: bundlers for browsers must not see `node:fs`.
 */
export async function readLocally(address: URL | string): Promise<Uint8Array | undefined> {
  const url = new URL(address, typeof location === 'object' ? location.href : import.meta.url);
  if (url.protocol !== 'file:') return undefined;
  const host = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const files = host.process?.getBuiltinModule?.('node:fs') as typeof import('node:fs') | undefined;
  if (!files) return undefined;
  try {
    return await files.promises.readFile(url);
  } catch (cause) {
    throw new SentibyteError('network', `${url.href} could not be read.`, { cause });
  }
}

async function request(address: URL | string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new SentibyteError('network', `${String(address)} could not be fetched.`, { cause });
  }
  if (!response.ok) {
    throw new SentibyteError('network', `${String(address)} was answered with status ${response.status}.`);
  }
  return response;
}

/** While it arrives where the server names its type, after it has arrived elsewhere. */
async function compileResponse(response: Response, name: string): Promise<Compiled> {
  const typed = response.headers.get('content-type')?.split(';')[0]?.trim() === TYPE;
  if (!typed || !response.body || typeof WebAssembly.compileStreaming !== 'function') {
    return compileBytes(
      new Uint8Array(await arrived(response, name)),
      name,
      response.headers.get('content-type'),
    );
  }
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  try {
    const streamed = new Response(counted, { headers: { 'content-type': TYPE } });
    return { module: await WebAssembly.compileStreaming(streamed), bytes };
  } catch (cause) {
    throw broken(name, cause);
  }
}

async function arrived(response: Response, name: string): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw new SentibyteError('network', `${name} stopped arriving.`, { cause });
  }
}

async function compileBytes(bytes: Uint8Array, name: string, type?: string | null): Promise<Compiled> {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    const instead = type ? ` but "${type}"` : '';
    throw new SentibyteError('engine', `${name} is not a WebAssembly module${instead}.`);
  }
  try {
    return { module: await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>), bytes: bytes.byteLength };
  } catch (cause) {
    throw broken(name, cause);
  }
}

function broken(name: string, cause: unknown): SentibyteError {
  return new SentibyteError('engine', `${name} is damaged, or needs a newer WebAssembly.`, { cause });
}
