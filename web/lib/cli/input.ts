import { fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileFailure } from './failure.js';

/** Something to read. */
export interface Input {
  name: string;
  parts: AsyncIterable<Uint8Array>;
  /** In bytes; absent where it is not known beforehand. */
  size?: number;
}

/** Opens a file, or standard input for `-`, so that what is wrong with it is known before anything is written. */
export async function openInput(file: string, stdin: AsyncIterable<Uint8Array>): Promise<Input> {
  if (file === '-') return { name: 'standard input', parts: stdin, ...sizeOfStdin() };
  try {
    const handle = await open(file);
    const about = await handle.stat();
    // Reading a folder fails too, but later.
    if (about.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    const parts = reading(file, handle.createReadStream());
    return { name: file, parts, ...(about.isFile() ? { size: about.size } : {}) };
  } catch (error) {
    throw fileFailure(file, error);
  }
}

async function* reading(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw fileFailure(name, error);
  }
}

function sizeOfStdin(): { size?: number } {
  try {
    const about = fstatSync(0);
    return about.isFile() ? { size: about.size } : {};
  } catch {
    return {};
  }
}

/** The first bytes of an input, and the input as if they had not been read. */
export interface Sampled {
  sample: Uint8Array;
  /** Whether `sample` is all there is. */
  isWhole: boolean;
  parts: AsyncIterable<Uint8Array>;
}

/** Reads the first part, and further ones until `isEnough`. */
export async function takeSample(
  parts: AsyncIterable<Uint8Array>,
  isEnough: (sample: Uint8Array) => boolean,
): Promise<Sampled> {
  const iterator = parts[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let sample = new Uint8Array();
  let isWhole = false;
  do {
    const next = await iterator.next();
    if (next.done) {
      isWhole = true;
    } else {
      read.push(next.value);
      sample = Buffer.concat([sample, next.value]);
    }
  } while (!isWhole && !isEnough(sample));
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* read;
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { sample, isWhole, parts: again() };
}
