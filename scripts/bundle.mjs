// Bundles the library into dist/ and lays the engine modules and the models beside it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const models = process.env.SENTIBYTE_MODELS ?? 'models';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/engine', { recursive: true });
mkdirSync('dist/models', { recursive: true });

// `new URL('./x', import.meta.url)` stays as it is written: every bundle lies at the top of dist/, where the
// literal is right.
const common = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  outdir: 'dist',
};
const forPages = ['index', 'worker', 'element'].filter((name) => existsSync(`web/lib/${name}.ts`));
const entryPoints = Object.fromEntries(forPages.map((name) => [name, `web/lib/${name}.ts`]));
entryPoints.engine = 'web/lib/engine/index.ts';
entryPoints.quantizer = 'web/lib/quantizer/index.ts';
await build({ ...common, entryPoints, platform: 'neutral', mainFields: ['module', 'main'] });
if (existsSync('web/lib/cli.ts')) {
  await build({ ...common, entryPoints: ['web/lib/cli.ts'], platform: 'node' });
}

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
