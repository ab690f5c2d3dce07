import { SentibyteError } from '../errors.js';
import { type OpenFile, openFile, readWhole } from '../files/open.js';
import type { FileReader } from '../files/platform.js';
import type { LoadedFile, ModuleSource } from '../types.js';

/** A compiled module and the file that it came from. */
export interface Compiled {
  module: WebAssembly.Module;
  file: LoadedFile;
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const TYPE = 'application/wasm';

/** Compiles `source`. Rejects with `network` when it does not arrive, `engine` when it is not WebAssembly. */
export async function compile(source: ModuleSource, readFile: FileReader | undefined): Promise<Compiled> {
  if (isCompiled(source)) return { module: source, file: { bytes: 0 } };
  const file = await openFile(source, { what: 'The given module', readFile });
  if (!ArrayBuffer.isView(file.body) && canStream(file.body)) return compileStream(file, file.body);
  return compileBytes(file, await readWhole(file));
}

/** Whether nothing is left to compile. */
export function isCompiled(source: ModuleSource | undefined): source is WebAssembly.Module {
  return typeof WebAssembly === 'object' && source instanceof WebAssembly.Module;
}

/** Whether the module can be compiled as it arrives: only where the server names its type. */
function canStream(response: Response): boolean {
  return contentType(response) === TYPE && response.body !== null && 'compileStreaming' in WebAssembly;
}

function contentType(response: Response): string | undefined {
  return response.headers.get('content-type')?.split(';')[0]?.trim();
}

async function compileStream(file: OpenFile, response: Response): Promise<Compiled> {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const counted = new Response(response.body?.pipeThrough(counter) ?? null, {
    headers: { 'content-type': TYPE },
  });
  try {
    return { module: await WebAssembly.compileStreaming(counted), file: loaded(file, bytes) };
  } catch (cause) {
    throw broken(file.name, cause);
  }
}

async function compileBytes(file: OpenFile, bytes: Uint8Array): Promise<Compiled> {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    const type = ArrayBuffer.isView(file.body) ? undefined : contentType(file.body);
    const instead = type ? ` but "${type}"` : '';
    throw new SentibyteError('engine', `${file.name} is not a WebAssembly module${instead}.`);
  }
  try {
    const module = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
    return { module, file: loaded(file, bytes.byteLength) };
  } catch (cause) {
    throw broken(file.name, cause);
  }
}

function loaded({ address }: OpenFile, bytes: number): LoadedFile {
  return address === undefined ? { bytes } : { address, bytes };
}

function broken(name: string, cause: unknown): SentibyteError {
  return new SentibyteError('engine', `${name} is damaged, or needs a newer WebAssembly.`, { cause });
}
