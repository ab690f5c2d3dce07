// The texts of the study as token ids, in the order of the files, thinned out evenly.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { readRows } from '../evaluation/data.mjs';

/** What is read, and how many texts of it at most. */
export const SETS = { sst2_dev: 872, tweeteval_dev: 600 };
/** Calibration is on other texts than the figures. */
const CALIBRATION = { file: 'goemotions_dev', texts: 200 };

/** Every n-th row, so that a part has the mixture of the whole. */
function thinned(rows, most) {
  const step = Math.max(1, rows.length / most);
  return Array.from({ length: Math.min(most, rows.length) }, (_, i) => rows[Math.floor(i * step)]);
}

export async function readTexts(folder) {
  const sets = {};
  for (const [name, most] of Object.entries(SETS))
    sets[name] = thinned(await readRows(join(folder, `${name}.tsv.xz`)), most);
  const calibration = thinned(await readRows(join(folder, `${CALIBRATION.file}.tsv.xz`)), CALIBRATION.texts);
  return { sets, calibration };
}

/** The library's own tokenizer, which the package keeps to itself. */
export async function loadTokenizer(root) {
  const outfile = join(root, 'build/study/tokenizer.mjs');
  mkdirSync(join(root, 'build/study'), { recursive: true });
  await build({
    stdin: {
      contents: `export { readVocabulary } from './blob.ts'; export { Tokenizer } from './tokenizer.ts';`,
      resolveDir: join(root, 'web/lib/tokenizer'),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  const { Tokenizer, readVocabulary } = await import(pathToFileURL(outfile));
  return (blob) => new Tokenizer(readVocabulary(blob));
}

/** Texts without a piece are left out; what is longer than the model takes is cut. */
export function encode(tokenizer, rows, longest) {
  const kept = [];
  const ids = [];
  const lengths = [];
  for (const row of rows) {
    const pieces = tokenizer.encode(row.text);
    const length = Math.min(pieces.length, longest);
    if (length === 0) continue;
    kept.push(row);
    ids.push(...pieces.ids.subarray(0, length));
    lengths.push(length);
  }
  return { rows: kept, ids: Uint16Array.from(ids), lengths: Uint32Array.from(lengths) };
}

/** The lines that sentibyte-quantize reads. */
export function toLines({ ids, lengths }, most = Infinity) {
  let at = 0;
  const lines = [];
  for (const length of lengths) {
    if (lines.length === most) break;
    lines.push(ids.subarray(at, at + length).join(' '));
    at += length;
  }
  return `${lines.join('\n')}\n`;
}
