import { SentibyteError } from '../errors.js';

/** The shortest module there is: `\0asm` and its version. Where it does not compile, none may. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Throws `unsupported`, with what to do, where no engine can run whatever file it is of. `compiles` says whether any
 * module has yet to be compiled, which policies forbid; one that was compiled elsewhere may run all the same.
 */
export async function checkHost(compiles: boolean): Promise<void> {
  if (typeof WebAssembly !== 'object') {
    throw new SentibyteError('unsupported', 'This browser has no WebAssembly, or it is switched off.');
  }
  if (typeof TextDecoder !== 'function') {
    const message =
      'There is no TextDecoder here, which the engine needs. In Jest with jsdom, take it from node:util in a setup file: globalThis.TextDecoder = TextDecoder.';
    throw new SentibyteError('unsupported', message);
  }
  if (!compiles) return;
  try {
    await WebAssembly.compile(EMPTY);
  } catch (cause) {
    const message =
      "WebAssembly must not be compiled here. In a page, its content security policy needs script-src 'wasm-unsafe-eval'; elsewhere, pass a WebAssembly.Module that was compiled beforehand as wasm.";
    throw new SentibyteError('unsupported', message, { cause });
  }
}
