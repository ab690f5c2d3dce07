import type { WordShare } from '../../shared/reader.js';
import type { FieldText } from './field-text.js';

/** Steps of each colour: more could not be told apart. */
const STEPS = 4;

/** Shares are drawn against the largest of the text, but against no less than this: a faint text stays faint. */
const FULL = 0.25;

/** A share below this part of a full one gets no colour. */
const FAINTEST = 0.08;

/** Which colour a share has: -4 to -1 negative, 1 to 4 positive, 0 none. */
export function stepOf(share: number, largest: number): number {
  const part = Math.abs(share) / Math.max(largest, FULL);
  if (part < FAINTEST) return 0;
  return Math.sign(share) * Math.min(STEPS, Math.ceil(part * STEPS));
}

/** Names of `::highlight(...)` in read.css. */
const nameOf = (step: number): string => `${step < 0 ? 'negative' : 'positive'}-${Math.abs(step)}`;
const POINTED = 'pointed';

/**
 * Colours words of the field by their share, without touching the field: the browser paints ranges under a name. Where it
 * cannot, the field stays plain, and the list of words says the same.
 */
export class Tint {
  readonly #canPaint = 'highlights' in CSS && typeof Highlight === 'function';

  /** Colours those of `words` that lie in the visible part. */
  paint(content: FieldText, words: readonly WordShare[], visible: { start: number; end: number }): void {
    if (!this.#canPaint) return;
    const ranges = new Map<string, Range[]>();
    const largest = words.reduce((most, { share }) => Math.max(most, Math.abs(share)), 0);
    for (const { start, end, share } of words) {
      if (end < visible.start || start > visible.end) continue;
      const step = stepOf(share, largest);
      const range = step === 0 ? undefined : content.rangeOf(start, end);
      if (!range) continue;
      const name = nameOf(step);
      const list = ranges.get(name);
      if (list) list.push(range);
      else ranges.set(name, [range]);
    }
    for (let step = -STEPS; step <= STEPS; step++) {
      if (step === 0) continue;
      const list = ranges.get(nameOf(step));
      if (list) CSS.highlights.set(nameOf(step), new Highlight(...list));
      else CSS.highlights.delete(nameOf(step));
    }
  }

  /** Marks the word that the visitor points at. */
  point(content: FieldText, word: WordShare | undefined): void {
    if (!this.#canPaint) return;
    const range = word && content.rangeOf(word.start, word.end);
    if (range) CSS.highlights.set(POINTED, new Highlight(range));
    else CSS.highlights.delete(POINTED);
  }

  clear(): void {
    if (this.#canPaint) CSS.highlights.clear();
  }
}
