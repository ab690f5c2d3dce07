// node tests/fuzz/tokenizer.mjs SECONDS [SEED]: see tests/web/support/fuzz-tokenizer.ts.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 32);
const folder = mkdtempSync(join(tmpdir(), 'sentibyte-fuzz-'));
try {
  const outfile = join(folder, 'tokenizer.mjs');
  const entry = fileURLToPath(new URL('../web/support/fuzz-tokenizer.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const { fuzzTokenizer } = await import(pathToFileURL(outfile).href);
  const blob = new Uint8Array(readFileSync(new URL('../golden/engine/tiny.sbm', import.meta.url)));
  const end = performance.now() + 1000 * seconds;
  const { texts, vocabularies, refused } = fuzzTokenizer(blob, seed, () => performance.now() > end);
  console.log(`${texts} texts under ${vocabularies} vocabularies, ${refused} more refused, in ${seconds} s`);
} finally {
  rmSync(folder, { recursive: true });
}
