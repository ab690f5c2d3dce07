// What a page downloads for a peer: one minified bundle, brotli at its highest quality.
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The least that has to be imported for sentiment in English. */
const ENTRIES = {
  sentiment: `import Sentiment from 'sentiment'; globalThis.peer = new Sentiment();`,
  'vader-sentiment': `import vader from 'vader-sentiment'; globalThis.peer = vader;`,
  'wink-sentiment': `import wink from 'wink-sentiment'; globalThis.peer = wink;`,
  natural: `import { SentimentAnalyzer } from 'natural/lib/natural/sentiment';
    import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
    import { WordTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer';
    globalThis.peer = [SentimentAnalyzer, PorterStemmer, WordTokenizer];`,
};

/** Modules of Node that a bundle for a page has to replace with nothing. */
const STUBS = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve(
      {
        filter:
          /^(?:node:)?(?:fs|util|path|events|os|crypto|http|https|net|tls|stream|url|zlib|dns)(?:\/.*)?$/,
      },
      (args) => ({
        path: args.path,
        namespace: 'stub',
      }),
    );
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

export async function downloadBytes(id) {
  const { outputFiles } = await build({
    stdin: { contents: ENTRIES[id], resolveDir: FOLDER, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    plugins: [STUBS],
    write: false,
    logLevel: 'error',
  });
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(outputFiles[0].contents, { params }).length;
}
