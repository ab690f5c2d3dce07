// Bundles the library into dist/ and lays the engine modules and the models beside it.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const models = process.env.SENTIBYTE_MODELS ?? 'models';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/engine', { recursive: true });
mkdirSync('dist/models', { recursive: true });

// Each bundle has the place that its source has under web/lib: addresses of files are relative to it.
const common = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  mainFields: ['module', 'main'],
  outbase: 'web/lib',
  outdir: 'dist',
};
const entries = ['index.ts', 'engine.ts', 'quantizer.ts'];
await build({
  ...common,
  entryPoints: entries.map((name) => `web/lib/${name}`),
  platform: 'neutral',
});
await build({
  ...common,
  entryPoints: [...entries, 'cli.ts', 'cli-worker.ts'].map((name) => `web/lib/node/${name}`),
  platform: 'node',
});

copyFileSync('web/lib/generated/glue.js', 'dist/engine/glue.js');
for (const file of readdirSync('web/lib/engine').filter((name) => name.endsWith('.wasm'))) {
  copyFileSync(`web/lib/engine/${file}`, `dist/engine/${file}`);
  const name = file.replace('.wasm', '');
  if (name === 'quantizer') continue; // its glue is in dist/quantizer.js
  writeFileSync(
    `dist/engine/${name}.js`,
    `// The bare engine, for direct use: where its module lies, and the factory that takes it.\n` +
      `export const url = new URL('./${file}', import.meta.url);\nexport { default } from './glue.js';\n`,
  );
}
for (const file of readdirSync(models).filter((name) => name.endsWith('.sbm'))) {
  copyFileSync(`${models}/${file}`, `dist/models/${file}`);
}
