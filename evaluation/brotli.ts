import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Bytes that a server sends which compresses with brotli, from quality 0 to 11. */
export async function brotliBytes(content: Uint8Array, quality: number): Promise<number> {
  const sent = await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  return sent.length;
}
