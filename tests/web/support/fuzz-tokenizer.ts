// Hostile vocabularies and texts against the tokenizer. Whatever comes, a vocabulary is read or refused by one typed error;
// what is read gives ids in range, offsets on the borders of characters, the same in slices of any size, in a bounded
// number of steps. Runs for a while by `scripts/fuzz SECONDS tokenizer`, and briefly in the tests.
import { SentibyteError } from '../../../web/lib/errors.js';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import type { Vocabulary } from '../../../web/lib/tokenizer/lexicon.js';
import type { TextReader } from '../../../web/lib/tokenizer/reader.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { Trie } from '../../../web/lib/tokenizer/trie.js';
import { BlobEditor, type RawRewrite } from './edit-blob.js';
import { countCalls } from './steps.js';

/** Steps in tries that one UTF-16 unit of text may take: U+FDFA is 18 characters, each may begin a longest emoticon. */
const MOST_STEPS_A_UNIT = 18 * 3 * 40;
const MOST_STEPS_A_TEXT = 1000;

const CHARACTERS = [
  ...Array.from(
    "ab'nt sdmrevl@#_.!?:()-<3/AZN0w9’é的Ｎ😀\u0301\u200d\n\ufdfa\u1d40\u0130ß\u{1d4d0}\u{1f3fd}\u0000",
  ),
  '\ud83d',
  '\ude00',
];
const PHRASES = [
  "n't",
  "'m",
  "'ve",
  "'ll",
  " n't",
  'http://',
  'www.',
  '@a',
  '#aB',
  '...',
  "x'm",
  'aaa',
  '!!',
  '##',
];
const BASE = ['[unk]', "'s", "'m", 'not', '...', '!', '?', '<num>', 'a', 'b', '##a', '##b', "##'"];

/** What a run came to. */
export interface Tally {
  vocabularies: number;
  refused: number;
  texts: number;
}

/** Fuzzes until `isOver`; throws where something that must hold does not, with what it takes to see it again. */
export function fuzzTokenizer(blob: Uint8Array, seed: number, isOver: (tally: Tally) => boolean): Tally {
  const random = new Random(seed);
  const tally: Tally = { vocabularies: 0, refused: 0, texts: 0 };
  while (!isOver(tally)) {
    ++tally.vocabularies;
    const read = readHostile(blob, random);
    if (read === undefined) ++tally.refused;
    const vocabulary = made(random, read);
    const tokenizer = new Tokenizer(vocabulary);
    for (let i = 0; i < 8; ++i) {
      const text = hostileText(random, vocabulary);
      try {
        checkText(tokenizer, vocabulary, text, random);
      } catch (cause) {
        throw new Error(`seed ${seed}: ${JSON.stringify({ text, vocabulary })}`, { cause });
      }
      ++tally.texts;
    }
  }
  return tally;
}

/** A blob whose rewrites are within the bounds or beyond them, as the reader of blobs sees it. */
function readHostile(blob: Uint8Array, random: Random): Vocabulary | undefined {
  const editor = new BlobEditor(blob);
  for (const list of ['words', 'emoticons'] as const) {
    const rewrites: RawRewrite[] = Array.from({ length: 1 + random.below(6) }, () => [
      random.bytes(random.below(12) > 0 ? 6 : list === 'words' ? 140 : 36, random.below(30) > 0 ? 'a' : ''),
      random.bytes(random.below(20) === 0 ? 270 : 20),
    ]);
    editor.setRewrites(list, rewrites, random.below(20) === 0 ? 1 + random.below(3000) : 1);
  }
  try {
    const vocabulary = readVocabulary(editor.done());
    for (const [from, to] of [...vocabulary.words, ...vocabulary.emoticons]) {
      if (new TextEncoder().encode(from).length > 128) throw new Error(`accepted ${from}`);
      if (to.split(' ').length > 16) throw new Error(`accepted ${to}`);
    }
    return vocabulary;
  } catch (error) {
    if (error instanceof SentibyteError && error.code === 'model') return undefined;
    throw error;
  }
}

/** Pieces that texts can be made of, with the rewrites that were read or others within the bounds. */
function made(random: Random, read: Vocabulary | undefined): Vocabulary {
  const pieces = [...BASE];
  for (let i = random.below(30); i > 0; --i)
    pieces.push((random.below(2) === 0 ? '##' : '') + random.text(5));
  const target = (): string =>
    Array.from({ length: 1 + random.below(16) }, () => random.pick(pieces)).join(' ');
  const rewrites = (longest: number): [string, string][] =>
    Array.from({ length: random.below(8) }, () => [random.text(longest) || 'a', target()]);
  return {
    pieces,
    unknown: random.below(4) === 0 ? random.below(pieces.length) : 0,
    readable: 0.7,
    words: [...rewrites(20), ...(read?.words ?? [])],
    emoticons: [...rewrites(10), ...(read?.emoticons ?? [])],
  };
}

function hostileText(random: Random, { words, emoticons }: Vocabulary): string {
  const known = [...words, ...emoticons].map(([from]) => from);
  const parts = Array.from({ length: random.below(16) }, () => {
    const part = random.below(3) === 0 && known.length > 0 ? random.pick(known) : random.text(8);
    return (random.below(3) === 0 ? random.pick(PHRASES) : part).repeat(
      1 + random.below(random.below(9) === 0 ? 60 : 2),
    );
  });
  return parts.join(random.below(2) === 0 ? '' : ' ');
}

/** Ids, starts and ends. */
type Read = readonly [ids: number[], starts: number[], ends: number[]];

function readAll(reader: TextReader, text: string): Read {
  reader.begin(text);
  while (!reader.advance());
  const { ids, starts, ends, length } = reader.pieces;
  return [
    Array.from(ids.subarray(0, length)),
    Array.from(starts.subarray(0, length)),
    Array.from(ends.subarray(0, length)),
  ];
}

function checkText(tokenizer: Tokenizer, vocabulary: Vocabulary, text: string, random: Random): void {
  let read: Read = [[], [], []];
  const steps = countCalls(() => {
    read = readAll(tokenizer.reader(), text);
  }, [Trie.prototype, 'child']);
  if (steps > MOST_STEPS_A_UNIT * text.length + MOST_STEPS_A_TEXT) throw new Error(`${steps} steps`);
  const [ids, starts, ends] = read;
  ids.forEach((id, i) => {
    if (id >= vocabulary.pieces.length) throw new Error(`id ${id}`);
    const [start, end] = [starts[i]!, ends[i]!];
    if (start < (starts[i - 1] ?? 0) || end <= start || end > text.length) {
      throw new Error(`piece ${i} is at ${start}..${end}`);
    }
    if (isInsideCharacter(text, start) || isInsideCharacter(text, end)) {
      throw new Error(`piece ${i} at ${start}..${end} cuts a character`);
    }
  });
  for (const step of [1, 1 + random.below(20)]) {
    if (JSON.stringify(readAll(tokenizer.reader(step), text)) !== JSON.stringify(read)) {
      throw new Error(`slices of ${step} give other pieces`);
    }
  }
}

function isInsideCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** The same numbers for the same seed (a linear congruential generator, as in Numerical Recipes). */
class Random {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  text(longest: number): string {
    return Array.from({ length: this.below(longest + 1) }, () => this.pick(CHARACTERS)).join('');
  }

  /** Mostly UTF-8. */
  bytes(longest: number, first = ''): Uint8Array {
    const bytes = new TextEncoder().encode(first + this.text(longest));
    if (bytes.length > 0 && this.below(50) === 0) bytes[this.below(bytes.length)] = this.below(256);
    return bytes;
  }
}
