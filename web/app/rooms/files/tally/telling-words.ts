/** Words that are counted at once. When there are more, those that stand in one text alone are forgotten. */
const MOST_WORDS = 200_000;
/** Of one text, words up to here are counted. */
const MOST_OF_A_TEXT = 4_000;
const LONGEST_WORD = 30;
/** Texts as in the whole that are added to those of each word: one that stands in few texts has to say more. */
const PRIOR = 8;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*[\p{L}\p{M}]/gu;

/** Words that stand everywhere and tell nothing of what a text is about; what denies is none of them. */
const FUNCTION_WORDS = new Set(
  (
    'a about after all also am an and any are as at be because been before being but by can could did do does for from ' +
    'had has have he her here hers him his how i if in into is it its just me more most my of on one or our ours out over ' +
    'own s she so some still such than that the their theirs them then there these they this those through to too under ' +
    'until up us very was we were what when where which while who whom why will with would you your yours'
  ).split(' '),
);

/** A word, the texts that it stands in, and their mean score. */
export interface TellingWord {
  word: string;
  count: number;
  mean: number;
}

/** Which words stand in texts that score higher, or lower, than the others. */
export class TellingWords {
  readonly #words = new Map<string, { count: number; sum: number }>();
  readonly #most: number;
  #texts = 0;
  #sum = 0;

  constructor(most = MOST_WORDS) {
    this.#most = most;
  }

  add(text: string, score: number): void {
    this.#texts++;
    this.#sum += score;
    for (const word of wordsOf(text)) {
      const known = this.#words.get(word);
      if (known === undefined) {
        if (this.#words.size >= this.#most) this.#forget();
        this.#words.set(word, { count: 1, sum: score });
      } else {
        known.count++;
        known.sum += score;
      }
    }
  }

  /** The `most` words whose texts are furthest from the mean of all, on each side; the furthest first. */
  most(most: number): { negative: TellingWord[]; positive: TellingWord[] } {
    const overall = this.#texts === 0 ? 0 : this.#sum / this.#texts;
    const least = Math.max(3, Math.ceil(this.#texts / 2_000));
    const rated = [...this.#words]
      .filter(([, { count }]) => count >= least)
      .map(([word, { count, sum }]) => ({
        word,
        count,
        mean: sum / count,
        pull: (sum - count * overall) / (count + PRIOR + this.#texts / 5_000),
      }))
      .sort((a, b) => a.pull - b.pull);
    const shown = ({ word, count, mean }: TellingWord): TellingWord => ({ word, count, mean });
    return {
      negative: rated
        .filter(({ pull }) => pull < 0)
        .slice(0, most)
        .map(shown),
      positive: rated
        .filter(({ pull }) => pull > 0)
        .slice(-most)
        .reverse()
        .map(shown),
    };
  }

  #forget(): void {
    for (const [word, { count }] of this.#words) if (count === 1) this.#words.delete(word);
    // All of them stand in several texts: the rarer half goes.
    if (this.#words.size < this.#most) return;
    const counts = [...this.#words.values()].map(({ count }) => count).sort((a, b) => a - b);
    const middle = counts[counts.length >> 1]!;
    for (const [word, { count }] of this.#words) if (count <= middle) this.#words.delete(word);
  }
}

/** Each word of a text once, in small letters; without those that stand everywhere. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  let left = MOST_OF_A_TEXT;
  for (const [word] of text.matchAll(WORD)) {
    if (left-- === 0) break;
    const small = word.toLowerCase().replaceAll('’', "'");
    if (word.length <= LONGEST_WORD && !FUNCTION_WORDS.has(small)) words.add(small);
  }
  return words;
}
