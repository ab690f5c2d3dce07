// What a page downloads for a peer: one minified bundle, brotli at its highest quality.
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { brotliBytes } from '../brotli.js';
import { root } from '../paths.js';

/** The least that has to be imported for sentiment in English. */
const ENTRIES: Readonly<Record<string, string>> = {
  sentiment: `import Sentiment from 'sentiment'; globalThis.peer = new Sentiment();`,
  'vader-sentiment': `import vader from 'vader-sentiment'; globalThis.peer = vader;`,
  'wink-sentiment': `import wink from 'wink-sentiment'; globalThis.peer = wink;`,
  natural: `import { SentimentAnalyzer } from 'natural/lib/natural/sentiment';
    import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
    import { WordTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer';
    globalThis.peer = [SentimentAnalyzer, PorterStemmer, WordTokenizer];`,
};

/** Modules of Node that a bundle for a page has to replace with nothing. */
const STUBS: Plugin = {
  name: 'stubs',
  setup(bundle) {
    bundle.onResolve(
      {
        filter:
          /^(?:node:)?(?:fs|util|path|events|os|crypto|http|https|net|tls|stream|url|zlib|dns)(?:\/.*)?$/,
      },
      (args) => ({
        path: args.path,
        namespace: 'stub',
      }),
    );
    bundle.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/** Bytes of one peer by the name of its package. */
export async function downloadBytes(id: string): Promise<number> {
  const contents = ENTRIES[id];
  if (contents === undefined) throw new Error(`nobody says what a page imports of ${id}`);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(root, 'evaluation/peers'), loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    plugins: [STUBS],
    write: false,
    logLevel: 'error',
  });
  return brotliBytes(outputFiles[0]!.contents, 11);
}
