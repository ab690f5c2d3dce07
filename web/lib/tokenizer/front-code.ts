import { SentibyteError } from '../errors.js';

/**
 * The blob's list of pieces: for each a byte of length shared with the piece before, a byte of rest length, and the
 * rest in UTF-8.
 * @param charge told of each piece's length before it is read; may throw
 */
export function decodePieces(
  bytes: Uint8Array,
  count: number,
  charge: (length: number) => void = () => undefined,
): string[] {
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
      charge(length);
      pieces.push(decoder.decode(piece.subarray(0, length)));
      at += 2 + rest;
    }
  } catch (cause) {
    if (cause instanceof SentibyteError) throw cause;
    throw new SentibyteError('model', `tokenizer.pieces: ${(cause as Error).message}`, { cause });
  }
  return pieces;
}
