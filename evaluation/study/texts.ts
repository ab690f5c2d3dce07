// The texts of the study as token ids, in the order of the files, thinned out evenly.
import { join } from 'node:path';
// The package keeps its tokenizer to itself.
import type { Tokenizer } from '../../web/lib/tokenizer/tokenizer.js';
import { type DataRow, readRows } from '../data.js';

/** What is read, and how many texts of it at most. */
const SETS = { sst2_dev: 872, tweeteval_dev: 600 };
/** Calibration is on other texts than the figures. */
const CALIBRATION = { file: 'goemotions_dev', texts: 200 };

export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as readonly SetName[];

/** Texts as the engine takes them. */
export interface Encoded {
  rows: DataRow[];
  ids: Uint16Array;
  lengths: Uint32Array;
}

/** Every n-th row, so that a part has the mixture of the whole. */
function thinned(rows: readonly DataRow[], most: number): DataRow[] {
  const step = Math.max(1, rows.length / most);
  return Array.from({ length: Math.min(most, rows.length) }, (_, i) => rows[Math.floor(i * step)]!);
}

/** All texts that the study reads. */
export interface Texts {
  sets: Record<SetName, DataRow[]>;
  calibration: DataRow[];
}

export async function readTexts(folder: string): Promise<Texts> {
  const read = async (name: string, most: number): Promise<DataRow[]> =>
    thinned(await readRows(join(folder, `${name}.tsv.xz`)), most);
  return {
    sets: {
      sst2_dev: await read('sst2_dev', SETS.sst2_dev),
      tweeteval_dev: await read('tweeteval_dev', SETS.tweeteval_dev),
    },
    calibration: await read(CALIBRATION.file, CALIBRATION.texts),
  };
}

/** Texts without a piece are left out; what is longer than the model takes is cut. */
export function encode(tokenizer: Tokenizer, rows: readonly DataRow[], longest: number): Encoded {
  const kept: DataRow[] = [];
  const ids: number[] = [];
  const lengths: number[] = [];
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

/** The first texts of a set. */
export function firstOf({ rows, ids, lengths }: Encoded, most: number): Encoded {
  const kept = lengths.subarray(0, most);
  const tokens = kept.reduce((a, b) => a + b, 0);
  return { rows: rows.slice(0, most), ids: ids.subarray(0, tokens), lengths: kept };
}

/** The lines that sentibyte-quantize reads. */
export function toLines({ ids, lengths }: Encoded, most: number): string {
  let at = 0;
  const lines: string[] = [];
  for (const length of lengths.subarray(0, most)) {
    lines.push(ids.subarray(at, at + length).join(' '));
    at += length;
  }
  return `${lines.join('\n')}\n`;
}
