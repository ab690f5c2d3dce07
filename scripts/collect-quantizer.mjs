// The quantizer's module and glue, from the build folder to where the library's sources look for them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const folder = 'build/wasm-simd-float/bin';
const { code } = transformSync(readFileSync(`${folder}/quantizer.js`, 'utf8'), {
  minify: true,
  format: 'esm',
  target: 'es2022',
});
for (const word of ['eval(', 'new Function(']) {
  if (code.includes(word)) {
    console.error(`The quantizer's glue contains "${word}", which a strict content security policy forbids.`);
    process.exit(1);
  }
}
const module = readFileSync(`${folder}/quantizer.wasm`);
mkdirSync('web/lib/generated', { recursive: true });
writeChanged('web/lib/generated/quantizer-glue.js', code);
writeChanged('web/lib/engine/quantizer.wasm', module);
const size = brotliCompressSync(module).length + brotliCompressSync(code).length;
console.log(`quantizer    ${module.length} bytes, with glue ${(size / 1000).toFixed(1)} kB brotli`);

/** Leaves the file's time alone where nothing changed: what depends on it stays fresh. */
function writeChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}
