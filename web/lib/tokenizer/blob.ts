import { ByteBuffer } from 'flatbuffers';
import { SentibyteError } from '../errors.js';
import { Model } from '../generated/sentibyte/format/model.js';
import type { Rewrite } from '../generated/sentibyte/format/rewrite.js';
import { decodePieces } from './front-code.js';
import type { Vocabulary } from './lexicon.js';

/** docs/TOKENIZER.md describes this one. */
const ALGORITHM = 1;
/** Ids travel as 16 bits. */
const MOST_PIECES = 65536;

/** Reads the tokenizer's part of a blob that the engine has verified. */
export function readVocabulary(blob: Uint8Array): Vocabulary {
  const tokenizer = Model.getRootAsModel(new ByteBuffer(blob)).tokenizer();
  if (tokenizer === null)
    throw new SentibyteError('model', 'tokenizer: the model has none, so it cannot read text');
  if (tokenizer.algorithm() !== ALGORITHM) {
    const message = `tokenizer.algorithm: ${tokenizer.algorithm()} is not known to this version of sentibyte`;
    throw new SentibyteError('model', message);
  }
  const count = tokenizer.pieceCount();
  if (count > MOST_PIECES)
    throw new SentibyteError('model', `tokenizer.piece_count: ${count} is over ${MOST_PIECES}`);
  return {
    pieces: decodePieces(tokenizer.piecesArray() ?? new Uint8Array(), count),
    unknown: tokenizer.unknown(),
    words: rewrites(tokenizer.wordsLength(), (index) => tokenizer.words(index)),
    emoticons: rewrites(tokenizer.emoticonsLength(), (index) => tokenizer.emoticons(index)),
  };
}

function rewrites(count: number, at: (index: number) => Rewrite | null): [string, string][] {
  return Array.from({ length: count }, (_, index) => {
    const rewrite = at(index);
    return [rewrite?.from() ?? '', rewrite?.to() ?? ''];
  });
}
