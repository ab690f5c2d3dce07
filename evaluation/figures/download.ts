// What a page downloads before its first score: the one count of bytes for the page and the documents.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFileName, type Precision } from '../../web/lib/variants.js';
import { brotliBytes } from '../brotli.js';

/** The library as a page's bundler makes it, which the build leaves there, and the engine of a browser with relaxed SIMD. */
function codeFiles(root: string, precision: Precision): string[] {
  return [
    join(root, 'build/page/index.js'),
    join(root, `dist/engine/${engineFileName(precision, 'relaxed')}`),
  ];
}

const counted = new Map<string, Promise<number>>();

/** Code is counted once: every model of a precision needs the same. */
function codeBytes(file: string): Promise<number> {
  const bytes = counted.get(file) ?? brotliBytes(readFileSync(file), 11);
  counted.set(file, bytes);
  return bytes;
}

/**
 * Model, engine and library as a server with brotli sends them; nothing where a file is not there.
 * @param blob the model's file
 */
export async function downloadBytes(
  root: string,
  blob: string,
  precision: Precision,
): Promise<number | undefined> {
  const code = codeFiles(root, precision);
  if (![blob, ...code].every((file) => existsSync(file))) return undefined;
  // Float blobs are large and hardly shrink further at the highest quality, which takes ten times as long.
  const quality = precision === 'int8' ? 11 : 9;
  const sizes = await Promise.all([brotliBytes(readFileSync(blob), quality), ...code.map(codeBytes)]);
  return sizes.reduce((sum, size) => sum + size, 0);
}
