import type { WordShare, WorkerReader } from '../../shared/reader.js';

/** Explained sentences that are kept: those of some screens. */
const KEPT = 500;

/**
 * Explains sentence by sentence, each on its own: what a word does to its sentence can be seen in a book too, where it does
 * nothing to the whole. A sentence that was explained before is not explained again.
 */
export class SentenceExplainer {
  readonly #known = new Map<string, readonly WordShare[]>();
  #model: string | undefined;

  /** The words of these sentences of the text. */
  async words(
    worker: WorkerReader,
    text: string,
    sentences: readonly { start: number; end: number }[],
    signal: AbortSignal,
  ): Promise<WordShare[]> {
    // Another model says something else of the same words.
    if (worker.model !== this.#model || this.#known.size > KEPT) this.#known.clear();
    this.#model = worker.model;
    const found: WordShare[] = [];
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, end);
      let words = this.#known.get(sentence);
      if (!words) {
        words = (await worker.explain(sentence, { signal })).words;
        this.#known.set(sentence, words);
      }
      for (const word of words) {
        found.push({ start: start + word.start, end: start + word.end, share: word.share });
      }
    }
    return found;
  }
}
