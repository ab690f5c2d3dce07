import type { Encoding } from '../../../../lib/rows.js';

/** Bytes read at a time, up to the last end of a line in them. */
export const PART = 1 << 16;

/** A part of a file, and where it begins. */
export interface FilePart {
  start: number;
  bytes: Uint8Array;
}

/**
 * The parts of a file from `start` to `end`, each cut behind the end of a line where it has one. Where they are cut depends
 * on `start` and the bytes alone: read again from the beginning of a part, a file gives the same parts.
 */
export async function* fileParts(
  file: Blob,
  encoding: Encoding,
  start = 0,
  end = file.size,
): AsyncGenerator<FilePart> {
  while (start < end) {
    const read = new Uint8Array(await file.slice(start, start + PART).arrayBuffer());
    if (read.length === 0) return;
    const cut = start + read.length < file.size ? afterLastLine(read, encoding) : 0;
    const bytes = cut > 0 ? read.subarray(0, cut) : read;
    yield { start, bytes };
    start += bytes.length;
  }
}

/** The place behind the last end of a line; 0 where there is none. */
function afterLastLine(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return bytes.lastIndexOf(10) + 1;
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = (bytes.length & ~1) - 2; at >= 0; at -= 2) {
    if (bytes[at + low] === 10 && bytes[at + 1 - low] === 0) return at + 2;
  }
  return 0;
}
