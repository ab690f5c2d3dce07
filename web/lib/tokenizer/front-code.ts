import { SentibyteError } from '../errors.js';

/**
 * The blob's list of pieces: for each a byte of length shared with the piece before, a byte of rest length, and the
 * rest in UTF-8.
 */
export function decodePieces(bytes: Uint8Array, count: number): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const piece = new Uint8Array(510);
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  try {
    for (let i = 0; i < count; ++i) {
      const shared = bytes[at];
      const rest = bytes[at + 1];
      if (shared === undefined || rest === undefined || shared > length || at + 2 + rest > bytes.length) {
        throw new RangeError(`piece ${i} of ${count} is cut short`);
      }
      piece.set(bytes.subarray(at + 2, at + 2 + rest), shared);
      length = shared + rest;
      pieces.push(decoder.decode(piece.subarray(0, length)));
      at += 2 + rest;
    }
  } catch (cause) {
    throw new SentibyteError('model', `tokenizer.pieces: ${(cause as Error).message}`, { cause });
  }
  return pieces;
}
