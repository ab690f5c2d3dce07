// What a WebAssembly module has to be before it is packaged: small enough, and optimized.
import { brotliCompressSync } from 'node:zlib';

const MAGIC = Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const CUSTOM = 0;

// A linker writes them, wasm-opt as this project runs it takes them out: a module that has one was not optimized.
const LEFT_BY_LINKER = ['name', 'target_features', 'producers'];

/** Size of a file as it is sent. */
export const sentSize = (bytes) => brotliCompressSync(bytes).length;

/** What is wrong with a module that is sent together with `glueSize` bytes; `undefined` where nothing is. */
export function faultOf(bytes, glueSize, limit) {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return 'is not a WebAssembly module';
  const left = customSections(bytes).filter(
    (name) => LEFT_BY_LINKER.includes(name) || name.startsWith('.debug'),
  );
  if (left.length > 0) return `was not optimized: it has the section ${left.join(', ')}`;
  const size = sentSize(bytes) + glueSize;
  return size > limit ? `has ${size} bytes brotli with its glue, more than ${limit}` : undefined;
}

/** Names of the custom sections. Node's own reader does not take relaxed SIMD in every version. */
function customSections(bytes) {
  const names = [];
  let at = MAGIC.length;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) return value; // also past the end, where `byte` is undefined
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = number();
    const end = at + size;
    if (id === CUSTOM) {
      const length = number();
      names.push(bytes.toString('utf8', at, at + length));
    }
    at = end;
  }
  return names;
}
