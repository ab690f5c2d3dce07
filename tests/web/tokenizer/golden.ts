import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Vocabulary } from '../../../web/lib/tokenizer/lexicon.js';

const folder = new URL('../../golden/tokenizer/', import.meta.url);

function rows(name: string): unknown[] {
  return gunzipSync(readFileSync(new URL(name, folder)))
    .toString('ascii')
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as unknown);
}

export function goldenLines(): string[] {
  return rows('lines.jsonl.gz') as string[];
}

/** The ids that models/train/sentibyte_train/text/tokenizer.py gives the golden lines under the vocabulary `name`. */
export function goldenIds(name: string): number[][] {
  return rows(`${name}.ids.jsonl.gz`) as number[][];
}

export function testVocabulary(): Vocabulary {
  const raw = JSON.parse(readFileSync(new URL('test.vocab.json', folder), 'utf8')) as {
    pieces: string[];
    words: Record<string, string>;
    emoticons: Record<string, string>;
  };
  return {
    pieces: raw.pieces,
    unknown: raw.pieces.indexOf('[unk]'),
    readable: 0.7,
    words: Object.entries(raw.words),
    emoticons: Object.entries(raw.emoticons),
  };
}
