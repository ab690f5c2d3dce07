// What a page downloads of the library's code: an entry as its bundler makes it.
//   node scripts/package/weight.mjs [ENTRY]     prints the share of each file
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'web/lib/';

async function bundle(entry, glue) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [`${FOLDER}${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    external: glue ? [] : ['*/generated/glue.js'],
  });
}

/** The entry of that name, minified; without the JavaScript around the engine when `glue` is false. */
export async function bundledEntry(entry, { glue = true } = {}) {
  const { outputFiles } = await bundle(entry, glue);
  return outputFiles[0].contents;
}

/** Files of the entry, without glue, with their minified bytes: the heaviest first. */
async function parts(entry) {
  const { metafile } = await bundle(entry, false);
  const [{ inputs }] = Object.values(metafile.outputs);
  return Object.entries(inputs)
    .map(([file, { bytesInOutput }]) => ({ file: file.replace(FOLDER, ''), bytes: bytesInOutput }))
    .filter(({ bytes }) => bytes > 0)
    .sort((left, right) => right.bytes - left.bytes);
}

async function print(entry) {
  const whole = await bundledEntry(entry, { glue: false });
  const brotli = brotliCompressSync(whole).length;
  console.log(`${entry}, without glue: ${whole.length} bytes minified, ${brotli} brotli\n`);
  for (const { file, bytes } of await parts(entry)) {
    const share = (bytes / whole.length) * 100;
    console.log(`${file.padEnd(36)} ${String(bytes).padStart(6)} ${share.toFixed(1).padStart(5)} %`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await print(argv[2] ?? 'index');
