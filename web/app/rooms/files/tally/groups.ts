/** How many texts there are of a kind, and what their scores add up to. */
export interface Mean {
  count: number;
  sum: number;
  squares: number;
}

/** Adds one score. */
export function addTo(mean: Mean, score: number): void {
  mean.count++;
  mean.sum += score;
  mean.squares += score * score;
}

export const noMean = (): Mean => ({ count: 0, sum: 0, squares: 0 });

/** The mean score, and how far chance alone may move it: half of the interval that holds 95 of 100 such means. */
export function meanOf({ count, sum, squares }: Mean): { mean: number; margin: number } {
  const mean = count === 0 ? 0 : sum / count;
  const variance = count < 2 ? 0 : Math.max(0, (squares - count * mean * mean) / (count - 1));
  return { mean, margin: count < 2 ? Infinity : 1.96 * Math.sqrt(variance / count) };
}

/** Different values of a column beyond which it is no grouping of the texts. */
export const MOST_VALUES = 500;
/** Of a longer value this much is kept. */
const LONGEST_VALUE = 80;

/** The mean score by the values of one column, while they are few enough to be compared. */
export class Groups {
  readonly #groups = new Map<string, Mean>();
  #isGivenUp = false;

  add(value: string, score: number): void {
    if (this.#isGivenUp) return;
    const name = value.trim().slice(0, LONGEST_VALUE);
    let group = this.#groups.get(name);
    if (group === undefined) {
      if (this.#groups.size === MOST_VALUES) {
        this.#isGivenUp = true;
        this.#groups.clear();
        return;
      }
      group = noMean();
      this.#groups.set(name, group);
    }
    addTo(group, score);
  }

  /** How many values there are; 0 where they are too many. */
  get size(): number {
    return this.#groups.size;
  }

  /** Whether comparing the values says anything: there are several, and most of them stand more than once. */
  get isOfUse(): boolean {
    if (this.size < 2) return false;
    let texts = 0;
    for (const { count } of this.#groups.values()) texts += count;
    return texts >= 2 * this.size;
  }

  /** The `most` values with most texts, and how many there are in all; numbers by their size, others by their mean. */
  largest(most: number): { value: string; group: Mean }[] {
    const all = [...this.#groups].map(([value, group]) => ({ value, group }));
    const chosen = all.sort((a, b) => b.group.count - a.group.count).slice(0, most);
    const areNumbers = chosen.every(({ value }) => value !== '' && Number.isFinite(Number(value)));
    return chosen.sort(
      areNumbers
        ? (a, b) => Number(a.value) - Number(b.value)
        : (a, b) => meanOf(b.group).mean - meanOf(a.group).mean,
    );
  }
}
