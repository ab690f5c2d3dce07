// Bundles the library into dist/ and lays the engine modules and the models beside it; then what of it is the package
// sentibyte-lab into dist-lab/. Not minified: bundlers do that, and an error then shows the line that threw it.
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { build } from 'esbuild';
import {
  ENTRIES,
  LAB_ENTRIES,
  LAB_NODE_ENTRIES,
  ofLab,
  PAGE_ENTRIES,
  PROGRAMS,
  WORKER_SCRIPT,
} from './package/names.mjs';
import { copyTypes } from './package/types.mjs';
import { bundledEntry } from './package/weight.mjs';

const models = process.env.SENTIBYTE_MODELS ?? 'models';
const types = process.argv[2];

for (const folder of ['dist', 'dist-lab']) rmSync(folder, { recursive: true, force: true });
mkdirSync('dist/engine', { recursive: true });
mkdirSync('dist/models', { recursive: true });

const sources = (folder, names) => names.map((name) => `web/lib/${folder}${name}.ts`);
const common = {
  bundle: true,
  target: 'es2022',
  sourcemap: true,
  legalComments: 'none',
  mainFields: ['module', 'main'],
};

// What entries share lies in chunks beside them: addresses of files are relative to the place that code has in web/lib.
await build({
  ...common,
  format: 'esm',
  splitting: true,
  platform: 'neutral',
  entryPoints: sources('', [...ENTRIES, ...PAGE_ENTRIES]),
  outdir: 'dist',
});
// In Node code is read where it lies: maps are for pages, whose bundlers minify. They would add 250 kB to the package.
const unmapped = { ...common, sourcemap: false };
await build({
  ...unmapped,
  format: 'esm',
  splitting: true,
  platform: 'node',
  entryPoints: sources('node/', [...ENTRIES, ...PROGRAMS]),
  outdir: 'dist/node',
});
for (const [folder, platform] of [
  ['', 'neutral'],
  ['node/', 'node'],
]) {
  await build({
    ...unmapped,
    format: 'esm',
    platform,
    entryPoints: sources(folder, [WORKER_SCRIPT]),
    outdir: `dist/${folder}`,
  });
}
// For `require`, in every Node and in Jest as it comes.
await build({
  ...unmapped,
  format: 'cjs',
  platform: 'node',
  entryPoints: sources('node/', [...ENTRIES, WORKER_SCRIPT]),
  outdir: 'dist/cjs',
  define: { 'import.meta.url': 'moduleAddress' },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
});
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
chmodSync('dist/node/cli.js', 0o755);

copyFileSync('web/lib/generated/glue.js', 'dist/engine/glue.js');
for (const file of readdirSync('web/lib/engine').filter((name) => name.endsWith('.wasm'))) {
  copyFileSync(`web/lib/engine/${file}`, `dist/engine/${file}`);
  const name = file.replace('.wasm', '');
  if (name === 'quantizer') continue; // its glue is in dist-lab/quantizer.js
  writeFileSync(
    `dist/engine/${name}.js`,
    `// The bare engine, for direct use: where its module lies, and the factory that takes it.\n` +
      `export const url = new URL('./${file}', import.meta.url);\nexport { default } from './glue.js';\n`,
  );
}
for (const file of readdirSync(models).filter((name) => name.endsWith('.sbm'))) {
  copyFileSync(`${models}/${file}`, `dist/models/${file}`);
}
copyTypes(types, 'dist', [...ENTRIES, ...PAGE_ENTRIES]);
// Declarations for frameworks are written by hand.
for (const name of ['react', 'vue']) {
  copyFileSync(`web/lib/element/${name}.d.ts`, `dist/element/${name}.d.ts`);
}
copyTypes(types, 'dist/cjs', ENTRIES);

// What a page sends of it, for figures of downloads.
mkdirSync('build/page', { recursive: true });
writeFileSync('build/page/index.js', await bundledEntry('index'));

// The second package, bundled by itself: it needs nothing of the first one's chunks.
await build({
  ...common,
  format: 'esm',
  splitting: true,
  platform: 'neutral',
  entryPoints: sources('', LAB_ENTRIES),
  outdir: 'dist-lab',
});
await build({
  ...common,
  format: 'esm',
  platform: 'node',
  entryPoints: sources('node/', LAB_NODE_ENTRIES),
  outdir: 'dist-lab/node',
});
for (const folder of ['engine', 'models']) {
  mkdirSync(`dist-lab/${folder}`);
  for (const file of readdirSync(`dist/${folder}`).filter(ofLab)) {
    copyFileSync(`dist/${folder}/${file}`, `dist-lab/${folder}/${file}`);
  }
}
copyTypes(types, 'dist-lab', LAB_ENTRIES);
for (const file of ['LICENSE', 'NOTICE']) copyFileSync(file, `dist-lab/${file}`);
copyFileSync('scripts/package/lab-readme.md', 'dist-lab/README.md');
writeFileSync('dist-lab/package.json', `${JSON.stringify(labManifest(), undefined, 2)}\n`);

/** What the packages have in common is said once, in package.json. */
function labManifest() {
  const { version, license, engines, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
  const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: 'sentibyte-lab',
    version,
    description:
      'For experiments with sentibyte: its models and its engine in 32-bit floats, the quantizer, and a look at weights.',
    license,
    ...(repository ? { repository } : {}),
    type: 'module',
    sideEffects: false,
    engines,
    exports: {
      '.': entry('lab'),
      './engine': entry('float-engine'),
      './quantizer': { types: './quantizer.d.ts', node: './node/quantizer.js', default: './quantizer.js' },
      './tensors': entry('tensors'),
      './engine/*': './engine/*',
      './models/*': './models/*',
      './package.json': './package.json',
    },
    peerDependencies: { sentibyte: version },
  };
}
