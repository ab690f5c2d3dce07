import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import type { ModelResult } from '../compare/results.js';
import { virtualModule } from './virtual.js';

const compress = promisify(brotliCompress);

/** What `npm run evaluate -- --results` writes, as far as the page shows it. */
interface Evaluation {
  model?: string;
  sets?: ModelResult['sets'];
}

/** The engine and the library that a page with an int8 or a float model needs. */
const code = {
  int8: ['dist/index.js', 'dist/engine/int8-relaxed.wasm'],
  float: ['dist/index.js', 'dist/engine/float-relaxed.wasm'],
};

async function compressedSize(file: string, quality: number): Promise<number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return (await compress(readFileSync(file), { params })).length;
}

/** Bytes to download for one model with all that it needs; nothing where a file is not there. */
async function download(root: string, blob: string, precision: 'int8' | 'float'): Promise<number | undefined> {
  const files = [blob, ...code[precision].map((file) => root + file)];
  if (!files.every((file) => existsSync(file))) return undefined;
  // The float blobs are large and hardly shrink further at the highest quality, which takes ten times as long.
  const quality = precision === 'int8' ? constants.BROTLI_MAX_QUALITY : 9;
  const sizes = await Promise.all(files.map((file) => compressedSize(file, quality)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The module `virtual:results`: how often each evaluated model is right, and what it weighs as sent. */
export function results(root: string, models: string): Plugin {
  const folder = `${root}models/results`;
  return virtualModule('virtual:results', async () => {
    const evaluations = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Evaluation);
    const found: ModelResult[] = [];
    for (const { model, sets } of evaluations) {
      if (model === undefined || !sets?.sst2_dev) continue;
      const int8 = await download(root, `${models}/${model}.sbm`, 'int8');
      const float = await download(root, `${models}/${model}.float.sbm`, 'float');
      const { sst2_dev, tweeteval_dev } = sets;
      found.push({
        model,
        sets: { sst2_dev, ...(tweeteval_dev ? { tweeteval_dev } : {}) },
        download: { ...(int8 ? { int8 } : {}), ...(float ? { float } : {}) },
      });
    }
    return `export const results = ${JSON.stringify(found)};\n`;
  });
}
