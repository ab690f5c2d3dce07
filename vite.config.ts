import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { allCases, textsOf } from './tests/behaviour/index.js';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Another folder of blobs, for instance the small ones that tests use. */
const models = process.env.SENTIBYTE_MODELS ?? `${root}models`;

/** The module `virtual:blobs`: every blob of models/ as a file of the page, and its size. */
function blobs(): Plugin {
  const name = 'virtual:blobs';
  return {
    name: 'sentibyte-blobs',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const files = readdirSync(models).filter((file) => file.endsWith('.sbm'));
      const imports = files.map(
        (file, i) => `import url${i} from ${JSON.stringify(`${models}/${file}?url`)};`,
      );
      const entries = files.map((file, i) => {
        const precision = file.endsWith('.f32.sbm') ? 'float' : 'int8';
        const model = file.replace(/(\.f32)?\.sbm$/, '');
        const { size } = statSync(`${models}/${file}`);
        return `{ model: ${JSON.stringify(model)}, precision: '${precision}', url: url${i}, bytes: ${size} },`;
      });
      return `${imports.join('\n')}\nexport const blobs = [\n${entries.join('\n')}\n];\n`;
    },
  };
}

/** One text of the behaviour suite in so many goes into the page. */
const stride = 8;

/** The module `virtual:behaviour`: texts taken evenly from the project's behaviour suite. */
function behaviourTexts(): Plugin {
  const name = 'virtual:behaviour';
  return {
    name: 'sentibyte-behaviour',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const all = textsOf(allCases());
      const texts = all.filter((_, i) => i % stride === 0);
      return `export const texts = ${JSON.stringify(texts)};\nexport const suiteSize = ${all.length};\n`;
    },
  };
}

/** The development server writes styles into the page and speaks over a socket; the built page does neither. */
function developmentPolicy(): Plugin {
  return {
    name: 'sentibyte-development-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

export default {
  root,
  // Relative addresses: the built folder works under any path.
  base: './',
  publicDir: false,
  assetsInclude: ['**/*.sbm'],
  resolve: {
    // The page runs the package as it is published, wasm, glue and all; types come from its source.
    alias: [{ find: /^(\.\.\/)+lib\/index\.js$/, replacement: `${root}dist/index.js` }],
  },
  plugins: [blobs(), behaviourTexts(), developmentPolicy()],
  worker: { format: 'es', plugins: () => [blobs()] },
  build: {
    outDir: 'site',
    target: 'es2022',
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
} satisfies UserConfig;
