import type { SentenceSentiment } from '../../../lib/types.js';
import type { WordShare, WorkerReader } from '../../shared/reader.js';
import type { RoomContext } from '../../shared/room.js';
import type { Field } from './field.js';
import { SentenceExplainer } from './sentence-explainer.js';
import { Tint } from './tint.js';
import { wordAt, WordWeights } from './word-weights.js';
import type { ReadWords } from './words/index.js';

/** Longest text of which a single word is left out to see what that does: another reading of the whole. */
const LONGEST_WITHOUT = 5000;

/** What the words of the field do: explained where they are in view, tinted there, and told of when one is pointed at. */
export class WordShares {
  readonly root: HTMLElement;
  readonly #field: Field;
  readonly #reader: RoomContext['reader'];
  readonly #weights: WordWeights;
  readonly #tint = new Tint();
  readonly #explainer = new SentenceExplainer();
  #stopPointing = new AbortController();
  #frame = 0;
  /** Whether the text has several sentences: then a word's share is that of its sentence. */
  #isPart = false;
  /** The text that `words` belong to; a newer one has none yet. */
  #explained: { text: string; words: readonly WordShare[] } = { text: '', words: [] };
  /** Explains what is in view now; absent before anything was read. */
  #explainView: (() => Promise<void>) | undefined;

  constructor(field: Field, reader: RoomContext['reader'], words: ReadWords) {
    this.#field = field;
    this.#reader = reader;
    this.#weights = new WordWeights(words, ({ start, end }) => {
      field.select(start, end);
      this.point(start);
    });
    this.root = this.#weights.root;
  }

  end(): void {
    this.#stopPointing.abort();
    cancelAnimationFrame(this.#frame);
    this.#tint.clear();
  }

  /** The text has changed: nothing is pointed at. */
  rest(): void {
    this.#tint.point(this.#field.content, undefined);
    this.#weights.rest();
  }

  /** Finds what the words in view do. */
  async explain(
    worker: WorkerReader,
    text: string,
    sentences: readonly SentenceSentiment[],
    signal: AbortSignal,
  ): Promise<void> {
    this.#isPart = sentences.length > 1;
    const parts = this.#isPart ? sentences : [{ start: 0, end: text.length }];
    this.#explainView = async () => {
      const { start, end } = this.#field.visible;
      const inView = parts.filter((part) => part.end > start && part.start < end);
      const words = await this.#explainer.words(worker, text, inView, signal);
      if (signal.aborted) return;
      this.#explained = { text, words };
      this.#weights.show(text, words);
      this.#paint();
    };
    await this.#explainView();
  }

  /** Another part of the text is in view. */
  repaintSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#paint();
      // What scrolled into view of a long text is explained now; what is stopped or fails leaves it plain.
      void this.#explainView?.().catch(() => undefined);
    });
  }

  /** Tells of the word at a place of the text. */
  point(offset: number | undefined): void {
    this.#stopPointing.abort();
    const { text, words } = this.#explained;
    const isCurrent = text === this.#field.text;
    const word = offset === undefined || !isCurrent ? undefined : wordAt(words, offset);
    this.#tint.point(this.#field.content, word);
    if (!word) {
      this.#weights.rest();
      return;
    }
    this.#weights.tell(text, word, this.#isPart);
    const { worker } = this.#reader;
    if (!worker || text.length > LONGEST_WITHOUT) return;
    this.#stopPointing = new AbortController();
    const { signal } = this.#stopPointing;
    worker.analyze(text.slice(0, word.start) + text.slice(word.end), { signal }).then(
      ({ score }) => {
        if (!signal.aborted) this.#weights.tell(text, word, this.#isPart, score);
      },
      () => undefined, // The share stands there already.
    );
  }

  #paint(): void {
    if (this.#explained.text === this.#field.text) {
      this.#tint.paint(this.#field.content, this.#explained.words, this.#field.visible);
    }
  }
}
