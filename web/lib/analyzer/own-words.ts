import type { Engine } from '../engine/types.js';
import { SentibyteError } from '../errors.js';
import { Kind, kindOf } from '../tokenizer/characters.js';
import type { Vocabulary } from '../tokenizer/lexicon.js';
import { Normaliser } from '../tokenizer/normalise.js';
import { Tokenizer } from '../tokenizer/tokenizer.js';
import type { OwnWords } from '../types.js';
import { checkWords } from './checks.js';
import { pulling } from './pulling.js';

/** A lexicon's worth. Ids travel as 16 bits. */
const MOST_WORDS = 10_000;
const MOST_IDS = 65536;
const APOSTROPHE = 0x27;
/** Letters that stand three times: the reader of words cuts them, the reader of emoticons does not. */
const ELONGATED = /([a-z])\1\1/;

/** An engine and the tokenizer for it. */
export interface Reading {
  engine: Engine;
  tokenizer: Tokenizer;
}

/**
 * Engine and tokenizer that know the caller's own words, as docs/WORDS.md has it: each is a piece behind the last of the
 * vocabulary, which the tokenizer finds and the model never sees. Throws `input` for a word that no text can have.
 */
export function withOwnWords(engine: Engine, vocabulary: Vocabulary, words: OwnWords): Reading {
  checkWords(words);
  const first = vocabulary.pieces.length;
  const pieces = [...vocabulary.pieces];
  const rewrites = [...vocabulary.words];
  const faces = [...vocabulary.emoticons];
  const own = Object.entries(words);
  const most = Math.min(MOST_WORDS, MOST_IDS - first);
  if (own.length > most) {
    throw new SentibyteError('input', `words must be at most ${most}, but are ${own.length}.`);
  }
  for (const [word] of own) {
    // No text has this piece: the character is a space in all of them.
    const piece = `\0${pieces.length}`;
    pieces.push(piece);
    const key = keyOf(word);
    (isWord(key) ? rewrites : faces).push([key, piece]);
  }
  const tokenizer = new Tokenizer({ ...vocabulary, pieces, words: rewrites, emoticons: faces });
  for (const [word] of own) {
    const { ids, length } = tokenizer.encode(word);
    if (length === 1 && ids[0]! >= first) continue;
    throw new SentibyteError('input', `words: no text can have ${JSON.stringify(word)} as one of its words.`);
  }
  const weights = own.map(([, weight]) => weight);
  return { engine: pulling(engine, vocabulary, weights), tokenizer };
}

/** The word as the tokenizer sees it. */
function keyOf(word: string): string {
  const normaliser = new Normaliser(word.length + 1);
  normaliser.begin(word);
  while (!normaliser.isDone) normaliser.advance();
  const { codes } = normaliser.out;
  const key = String.fromCodePoint(...codes.subarray(0, normaliser.ready));
  return key.replace(/^[ #]+| +$/g, '').replace(/ +/g, ' ');
}

/** Whether the key is one word; what else it is, signs or several words, is found as emoticons are. */
function isWord(key: string): boolean {
  return (
    !ELONGATED.test(key) &&
    Array.from(key, (character) => character.codePointAt(0)!).every(
      (code) => code === APOSTROPHE || kindOf(code) === Kind.Word,
    )
  );
}
