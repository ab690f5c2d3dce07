// What a page downloads of the library's code: an entry as its bundler makes it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The entry of that name, minified; without the JavaScript around the engine when `glue` is false. */
export async function bundledEntry(entry, { glue = true } = {}) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`web/lib/${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    mainFields: ['module', 'main'],
    write: false,
    external: glue ? [] : ['*/generated/glue.js'],
  });
  return outputFiles[0].contents;
}
