// Modules and glues, from the build folders to where the library's sources look for them: six engine modules with one
// glue, and the quantizer with its own. Stops at a module that is too large or was not optimized.
// node scripts/wasm/collect.mjs [BUILDS [LIBRARY]]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { minify } from 'rolldown/experimental';
import { faultOf, sentSize } from './check.mjs';

const [builds = 'build', library = 'web/lib'] = process.argv.slice(2);

/** Bytes brotli of a module with its glue. */
const limits = JSON.parse(readFileSync(new URL('./limits.json', import.meta.url), 'utf8'));

const engines = ['int8', 'float'].flatMap((precision) =>
  ['scalar', 'simd', 'relaxed'].map((kernels) => ({
    name: `${precision}-${kernels}`,
    folder: `${builds}/wasm-${kernels}-${precision}/bin`,
  })),
);
const quantizer = { name: 'quantizer', folder: `${builds}/wasm-simd-float/bin` };

mkdirSync(`${library}/generated`, { recursive: true });
mkdirSync(`${library}/engine`, { recursive: true });

// The default name of the .wasm is the one word that differs; it is never used, the loader hands the module over.
const glues = engines.map((module) => glueOf(module).replaceAll(`${module.name}.wasm`, 'engine.wasm'));
const odd = engines.filter((_, index) => glues[index] !== glues[0]).map(({ name }) => name);
if (odd.length > 0) stop(`The glue of ${odd.join(', ')} differs from that of ${engines[0].name}.`);
const engineGlue = await collectGlue('glue', glues[0]);
for (const module of engines) collectModule(module, engineGlue, limits.engine);

collectModule(quantizer, await collectGlue('quantizer-glue', glueOf(quantizer)), limits.quantizer);

function glueOf({ folder, name }) {
  return readFileSync(`${folder}/${name}.js`, 'utf8');
}

/** Minifies a glue into the library; gives its size as sent. */
async function collectGlue(name, glue) {
  // No glue is for Node alone, and Parcel answers the mere word with a package that it installs.
  const source = glue.replace(
    /\bENVIRONMENT_IS_NODE ?= ?[^;,]*process[^;,]*(?=[;,])/g,
    'ENVIRONMENT_IS_NODE = false',
  );
  // Rolldown's minifier, for it drops the functions inside a factory that nothing calls; esbuild's keeps them.
  const { code, errors } = await minify(`${name}.js`, source, { module: true, compress: { unused: true } });
  if (errors.length > 0) stop(errors.map(({ message }) => message).join('\n'));
  for (const word of ['eval(', 'new Function(']) {
    if (code.includes(word)) {
      stop(`The ${name} contains "${word}", which a strict content security policy forbids.`);
    }
  }
  writeChanged(`${library}/generated/${name}.js`, code);
  return sentSize(code);
}

function collectModule({ folder, name }, glueSize, limit) {
  const bytes = readFileSync(`${folder}/${name}.wasm`);
  const fault = faultOf(bytes, glueSize, limit);
  if (fault) stop(`${folder}/${name}.wasm ${fault}.`);
  writeChanged(`${library}/engine/${name}.wasm`, bytes);
  const size = ((sentSize(bytes) + glueSize) / 1000).toFixed(1);
  console.log(`${name.padEnd(13)} ${bytes.length} bytes, with glue ${size} kB brotli`);
}

/** Leaves the file's time alone where nothing changed: what depends on it stays fresh. */
function writeChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
