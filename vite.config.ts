import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { behaviourTexts } from './web/app/build/behaviour.js';
import { blobs } from './web/app/build/blobs.js';
import { developmentPolicy } from './web/app/build/development.js';
import { findings } from './web/app/build/findings.js';
import { manifest } from './web/app/build/manifest.js';
import { offline } from './web/app/build/offline.js';
import { preloads } from './web/app/build/preloads.js';
import { results } from './web/app/build/results.js';
import { tradeoff } from './web/app/build/tradeoff.js';
import { weights } from './web/app/build/weights.js';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Another folder of blobs, for instance the small ones that tests use. */
const models = process.env.SENTIBYTE_MODELS ?? `${root}models`;

export default {
  root,
  // Relative addresses: the built folder works under any path.
  base: './',
  publicDir: false,
  assetsInclude: ['**/*.sbm'],
  resolve: {
    // The page runs the package as it is published, wasm, glue and all; types come from its source.
    alias: [
      { find: /^(\.\.\/)+lib\/(index|worker|element)\.js$/, replacement: `${root}dist/$2.js` },
      { find: /^(\.\.\/)+lib\/(float-engine|quantizer|tensors)\.js$/, replacement: `${root}dist-lab/$2.js` },
    ],
  },
  plugins: [
    blobs(models),
    behaviourTexts(),
    results(root, models),
    tradeoff(root, models),
    findings(root),
    weights(root, models),
    preloads(),
    manifest(),
    developmentPolicy(),
    offline(),
  ],
  worker: { format: 'es', plugins: () => [blobs(models)] },
  build: {
    outDir: 'site',
    target: 'es2022',
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file for what rooms share, instead of a request for each handful of it.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: /\/web\/(app\/shared|lib)\// }] } },
    },
  },
} satisfies UserConfig;
