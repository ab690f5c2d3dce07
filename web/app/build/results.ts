import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { engineFileName, modelFileName, type Precision } from '../../lib/variants.js';
import type { ModelResult } from '../compare/results.js';
import { virtualModule } from './virtual.js';

const compress = promisify(brotliCompress);

/** What `npm run evaluate -- --results` writes, as far as the page shows it. */
interface Evaluation {
  model?: string;
  sets?: ModelResult['sets'];
}

/** The library and the engine that a page with an int8 or a float model needs. */
const codeFor = (precision: Precision): string[] => [
  'dist/index.js',
  `dist/engine/${engineFileName(precision, 'relaxed')}`,
];

async function compressedSize(file: string, quality: number): Promise<number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return (await compress(readFileSync(file), { params })).length;
}

/** Bytes to download for one model with all that it needs; nothing where a file is not there. */
async function download(
  root: string,
  models: string,
  model: string,
  precision: Precision,
): Promise<number | undefined> {
  const blob = `${models}/${modelFileName(model, precision)}`;
  const files = [blob, ...codeFor(precision).map((file) => root + file)];
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
      const int8 = await download(root, models, model, 'int8');
      const float = await download(root, models, model, 'float');
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
