import type { Engine } from '../engine/types.js';
import { splitWords, type Word } from '../text/words.js';
import type { TextReader } from '../tokenizer/reader.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import type { Explanation, SentenceShare, WordShare } from '../types.js';
import { lossesOf } from './losses.js';
import type { Scorer } from './scorer.js';
import { sharesOf } from './shares.js';
import type { Slices } from './slices.js';

/** A text of more words is explained sentence by sentence. */
const MOST_TOGETHER = 48;
/** UTF-16 units: of a longer text the words are not explained, only the sentences. */
const MOST_UNITS = 1 << 14;

/** Words that the model sees at once, and their pieces. */
interface Part {
  words: Word[];
  ids: Uint16Array;
}

/** Says which words and sentences a score comes from, as docs/EXPLAIN.md has it. */
export class Explainer {
  readonly #reader: TextReader;
  readonly #engine: Engine;
  readonly #tokenizer: Tokenizer;
  readonly #scorer: Scorer;

  constructor(engine: Engine, tokenizer: Tokenizer, scorer: Scorer) {
    this.#engine = engine;
    this.#tokenizer = tokenizer;
    this.#scorer = scorer;

    this.#reader = tokenizer.reader();
  }

  /** Yields how much of the text is read. */
  *explaining(text: string): Slices<Explanation> {
    if (text.length <= MOST_UNITS) {
      const parts = this.#partsOf(text);
      if (parts.length === 0 || (parts.length === 1 && parts[0]!.words.length <= MOST_TOGETHER)) {
        const [sentiment] = yield* this.#scorer.scoring([text]);
        const words: WordShare[] = [];
        yield* this.#sharing(text, { start: 0, end: text.length }, parts, sentiment!.score, 1, words);
        return { ...sentiment!, base: 0, words, sentences: [] };
      }
    }
    return yield* this.#explainingSentences(text);
  }

  *#explainingSentences(text: string): Slices<Explanation> {
    const { sentences: judged, ...whole } = yield* this.#scorer.scoringDocument(text);
    const counts: number[] = [];
    let total = 0;
    for (const { start, end } of judged) {
      const count = yield* this.#counting(text.slice(start, end), end);
      counts.push(count);
      total += count;
    }
    // What is too strange to be judged as a whole is not explained by a sentence that could be read.
    if (whole.confidence === 0) total = 0;
    let base = whole.score;
    const sentences: SentenceShare[] = judged.map((sentence, i) => {
      const addition = total > 0 ? (sentence.score * counts[i]!) / total : 0;
      base -= addition;
      return { ...sentence, addition };
    });
    const words: WordShare[] = [];
    if (text.length <= MOST_UNITS) {
      for (const [i, { start, end, score }] of sentences.entries()) {
        const parts = this.#partsOf(text.slice(start, end));
        const weight = total > 0 ? counts[i]! / total : 0;
        yield* this.#sharing(text, { start, end }, parts, score, weight, words);
      }
    }
    return { ...whole, base, words, sentences };
  }

  /** How many pieces a sentence has. */
  *#counting(sentence: string, read: number): Slices<number> {
    const reader = this.#reader;
    let count = 0;
    reader.begin(sentence);
    for (let isDone = false; !isDone;) {
      isDone = reader.advance();
      count += reader.pieces.length;
      reader.pieces.clear();
      yield read;
    }
    return count;
  }

  /** The words of a text or sentence, which is not long, in as few parts as the model can see them. */
  #partsOf(text: string): Part[] {
    const reader = this.#reader;
    reader.begin(text);
    while (!reader.advance());
    const { pieces } = reader;
    const ids = pieces.ids.slice(0, pieces.length);
    const parts: Part[] = [];
    let first = 0;
    for (const word of splitWords(text, pieces, this.#tokenizer.unknown)) {
      let part = parts.at(-1);
      if (part === undefined || word.to - first > this.#engine.longest) {
        first = word.from;
        part = { words: [], ids };
        parts.push(part);
      }
      part.words.push(word);
      // A word that is too long by itself is judged by its beginning.
      part.ids = ids.subarray(first, Math.min(word.to, first + this.#engine.longest));
    }
    return parts;
  }

  /** Appends the words of a stretch of the text, whose shares add up to `weight` times its score. */
  *#sharing(
    text: string,
    { start, end }: { start: number; end: number },
    parts: readonly Part[],
    score: number,
    weight: number,
    out: WordShare[],
  ): Slices<void> {
    const total = parts.reduce((sum, { ids }) => sum + ids.length, 0);
    const scoring = (windows: readonly Uint16Array[]): Slices<number[]> =>
      this.#scorer.scoringPieces(windows, end);
    const scores = parts.length === 1 ? [score] : yield* scoring(parts.map(({ ids }) => ids));
    const losses: number[][] = [];
    for (const [i, { ids, words }] of parts.entries()) {
      const ranges = wordRanges(words, ids.length);
      losses.push(yield* lossesOf(ids, ranges, scores[i]!, this.#tokenizer.unknown, scoring));
    }
    // Parts of a sentence are cut at other places here than where it was judged: what that changes is everyone's.
    const average = parts.reduce((sum, { ids }, i) => sum + (scores[i]! * ids.length) / (total || 1), 0);
    for (const [i, { ids, words }] of parts.entries()) {
      const shares = sharesOf(scores[i]! + score - average, losses[i]!);
      const factor = total > 0 ? (weight * ids.length) / total : 0;
      words.forEach((word, at) => {
        const from = start + word.start;
        const to = start + word.end;
        out.push({ start: from, end: to, text: text.slice(from, to), share: factor * shares[at]! });
      });
    }
  }
}

/** Where in their part's `count` pieces the words lie. */
function wordRanges(words: readonly Word[], count: number): [from: number, to: number][] {
  const first = words[0]!.from;
  return words.map(({ from, to }) => [from - first, Math.min(to - first, count)]);
}
