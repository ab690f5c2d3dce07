// Six modules, one glue: checks that it is one, minifies it, and puts everything where the library's sources look.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'rolldown/experimental';

const modules = ['int8', 'float'].flatMap((precision) =>
  ['scalar', 'simd', 'relaxed'].map((kernels) => ({
    name: `${precision}-${kernels}`,
    folder: `build/wasm-${kernels}-${precision}/bin`,
  })),
);

// The default name of the .wasm is the one word that differs; it is never used, the loader hands the module over.
const glues = modules.map(({ name, folder }) =>
  readFileSync(`${folder}/${name}.js`, 'utf8').replaceAll(`${name}.wasm`, 'engine.wasm'),
);
const odd = modules.filter((_, index) => glues[index] !== glues[0]);
if (odd.length > 0) {
  console.error(
    `The glue of ${odd.map(({ name }) => name).join(', ')} differs from that of ${modules[0].name}.`,
  );
  process.exit(1);
}

// Rolldown's minifier, for it drops the functions inside a factory that nothing calls; esbuild's keeps them.
const { code, errors } = await minify('glue.js', glues[0], { module: true, compress: { unused: true } });
if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
for (const word of ['eval(', 'new Function(']) {
  if (code.includes(word)) {
    console.error(`The glue contains "${word}", which a strict content security policy forbids.`);
    process.exit(1);
  }
}

mkdirSync('web/lib/generated', { recursive: true });
writeChanged('web/lib/generated/glue.js', code);
const glueSize = brotliCompressSync(code).length;
for (const { name, folder } of modules) {
  const bytes = readFileSync(`${folder}/${name}.wasm`);
  writeChanged(`web/lib/engine/${name}.wasm`, bytes);
  const size = brotliCompressSync(bytes).length;
  console.log(
    `${name.padEnd(12)} ${bytes.length} bytes, with glue ${((size + glueSize) / 1000).toFixed(1)} kB brotli`,
  );
}

/** Leaves the file's time alone where nothing changed: what depends on it stays fresh. */
function writeChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}
