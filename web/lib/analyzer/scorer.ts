import type { Engine } from '../engine/types.js';
import { SentibyteError } from '../errors.js';
import { readWindows } from '../text/read-windows.js';
import { SentenceReader, type Span } from '../text/sentences.js';
import type { TextReader } from '../tokenizer/reader.js';
import type { Tokenizer } from '../tokenizer/tokenizer.js';
import type { DocumentSentiment, Sentiment } from '../types.js';
import { neutral, sentimentAt, WIDTH } from './sentiment.js';
import { runInSlices } from './run-in-slices.js';
import { finish, type Interruption, type Slices, telling } from './slices.js';
import { Averages } from './averages.js';

/** Pieces of one run of the engine, unless one window alone has more: more do not make it faster. */
const MOST_PIECES_A_RUN = 256;
const MOST_WINDOWS_A_RUN = 64;
/** UTF-16 units in which sentences are looked for, and results that are made, in one slice. */
const UNITS_A_SLICE = 1 << 14;
const RESULTS_A_SLICE = 1 << 12;

/** A part of the work that stops only where the engine does. */
type Sliced<T> = Generator<Interruption, T, undefined>;

/**
 * Texts to sentiments over one engine. A text that the model can see at once is one window; a longer one is judged in
 * windows of whole sentences, whose values are averaged by their number of pieces. No piece is left out.
 *
 * The work is done in slices, between which whoever asked can turn to something else. A scorer does one thing at a time; two
 * that take turns each need one of their own, made `in turns`: then the runs of the engine are sliced too.
 */
export class Scorer {
  readonly #reader: TextReader;
  readonly #oneLength = new Uint32Array(1);
  readonly #ids = new Uint16Array(MOST_PIECES_A_RUN);
  readonly #lengths = new Uint32Array(MOST_WINDOWS_A_RUN);
  /** For each window of the run in preparation, the text that it is of. */
  readonly #owners = new Uint32Array(MOST_WINDOWS_A_RUN);
  #pieceCount = 0;
  #windowCount = 0;
  readonly #engine: Engine;
  readonly #tokenizer: Tokenizer;
  readonly #how: 'at once' | 'in turns';

  constructor(engine: Engine, tokenizer: Tokenizer, how: 'at once' | 'in turns' = 'at once') {
    this.#engine = engine;
    this.#tokenizer = tokenizer;
    this.#how = how;

    this.#reader = tokenizer.reader();
  }

  /** One text; makes nothing but its result where the model can see the text at once. */
  score(text: string): Sentiment {
    const reader = this.#reader;
    const oneLength = this.#oneLength;
    reader.begin(text);
    if (!reader.advance() || reader.pieces.length > this.#engine.longest) {
      return finish(this.scoring([text]))[0]!;
    }
    const { ids, length } = reader.pieces;
    const { coverage, isReadable } = reader.familiarity;
    if (length === 0 || !isReadable) return neutral(coverage);
    oneLength[0] = length;
    return sentimentAt(this.#checked(this.#engine.run(ids.subarray(0, length), oneLength), 1), 0, coverage);
  }

  /** Several texts, several to a run: the same results as one by one. Yields how much of the text in work is read. */
  *scoring(texts: readonly string[]): Slices<Sentiment[]> {
    const averages = new Averages(texts.length);
    this.#pieceCount = this.#windowCount = 0;
    for (let owner = 0; owner < texts.length; ++owner) yield* this.#read(texts[owner]!, owner, averages);
    yield* this.#run(averages);
    const results: Sentiment[] = [];
    for (let owner = 0; owner < texts.length; ++owner) {
      results.push(averages.of(owner));
      if (results.length % RESULTS_A_SLICE === 0) yield texts[owner]!.length;
    }
    return results;
  }

  /** The text's sentences and the whole of it. Yields how much of both is read. */
  *scoringDocument(text: string): Slices<DocumentSentiment> {
    const spans: Span[] = [];
    const cutter = new SentenceReader(text);
    while (cutter.at < text.length) {
      cutter.read(cutter.at + UNITS_A_SLICE, spans);
      yield 0;
    }
    // White space around a lone sentence changes nothing: it is the whole.
    const whole = spans.length === 1 ? 0 : spans.length;
    const averages = new Averages(whole + 1);
    this.#pieceCount = this.#windowCount = 0;
    for (let i = 0; i < spans.length; ++i) {
      const { start, end } = spans[i]!;
      yield* telling(this.#read(text.slice(start, end), i, averages), (read) => (start + read) / 2);
    }
    if (whole > 0) yield* telling(this.#read(text, whole, averages), (read) => (text.length + read) / 2);
    yield* this.#run(averages);
    const sentences: DocumentSentiment['sentences'] = [];
    for (const span of spans) {
      sentences.push({ ...span, ...averages.of(sentences.length) });
      if (sentences.length % RESULTS_A_SLICE === 0) yield text.length;
    }
    return { ...averages.of(whole), sentences };
  }

  /** The scores of pieces that the model sees at once; 0 where there are none. Yields `read`. */
  *scoringPieces(windows: readonly Uint16Array[], read: number): Slices<number[]> {
    const averages = new Averages(windows.length);
    this.#pieceCount = this.#windowCount = 0;
    for (const [owner, window] of windows.entries()) {
      if (yield* this.#add(window, owner, averages)) yield read;
    }
    yield* this.#run(averages);
    yield read;
    return windows.map((_, owner) => averages.of(owner).score);
  }

  /** Puts the windows of a text into runs. */
  *#read(text: string, owner: number, averages: Averages): Slices<void> {
    const tokenizer = this.#tokenizer;
    const reader = this.#reader;
    const { longest } = this.#engine;
    reader.begin(text);
    if (reader.advance() && reader.pieces.length <= longest) {
      const { ids, length } = reader.pieces;
      averages.know(owner, reader.familiarity);
      if (yield* this.#add(ids.subarray(0, length), owner, averages)) yield text.length;
      return;
    }
    for (const window of readWindows(text, reader, tokenizer, longest)) {
      if (window === undefined || (yield* this.#add(window, owner, averages))) yield reader.unitsRead;
    }
    averages.know(owner, reader.familiarity);
  }

  /** Adds a window to the run in preparation; true where the engine ran, because there was no room for it. */
  *#add(window: Uint16Array, owner: number, averages: Averages): Sliced<boolean> {
    const count = window.length;
    if (count === 0) return false;
    const isFull = this.#pieceCount + count > this.#ids.length || this.#windowCount === MOST_WINDOWS_A_RUN;
    if (isFull) yield* this.#run(averages);
    if (count > this.#ids.length) {
      this.#oneLength[0] = count;
      averages.add(owner, yield* this.#runEngine(window, this.#oneLength), 0, count);
      return true;
    }
    this.#ids.set(window, this.#pieceCount);
    this.#lengths[this.#windowCount] = count;
    this.#owners[this.#windowCount] = owner;
    this.#pieceCount += count;
    ++this.#windowCount;
    return isFull;
  }

  *#run(averages: Averages): Sliced<void> {
    const windowCount = this.#windowCount;
    const pieceCount = this.#pieceCount;
    const lengths = this.#lengths;
    const owners = this.#owners;
    this.#pieceCount = this.#windowCount = 0;
    if (windowCount === 0) return;
    const values = yield* this.#runEngine(
      this.#ids.subarray(0, pieceCount),
      lengths.subarray(0, windowCount),
    );
    for (let i = 0; i < windowCount; ++i) averages.add(owners[i]!, values, i * WIDTH, lengths[i]!);
  }

  *#runEngine(ids: Uint16Array, lengths: Uint32Array): Sliced<Float32Array> {
    const values =
      this.#how === 'at once'
        ? this.#engine.run(ids, lengths)
        : yield* runInSlices(this.#engine, ids, lengths);
    return this.#checked(values, lengths.length);
  }

  /** What comes back is as long as was asked for: its width is the model's own word. */
  #checked(values: Float32Array, texts: number): Float32Array {
    if (values.length === texts * WIDTH) return values;
    throw new SentibyteError(
      'model',
      `The model gave ${values.length} numbers for ${texts} texts, not ${WIDTH} for each.`,
    );
  }
}
