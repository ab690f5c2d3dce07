import type { Slices } from './slices.js';

/**
 * Words that are really left out; where there are more, these are the likeliest. Then an explanation costs less than twelve times
 * the analysis: the text itself, its words alone, its pairs of neighbours (twice its pieces), and less than the text for each of
 * these.
 */
const MOST_LEFT_OUT = 7;

type Range = readonly [from: number, to: number];
type Scoring = (windows: readonly Uint16Array[]) => Slices<number[]>;

/** For each word how much less the `score` of the pieces is without those of that word. */
export function* lossesOf(
  ids: Uint16Array,
  words: readonly Range[],
  score: number,
  unknown: number,
  scoring: Scoring,
): Slices<number[]> {
  const losses = words.map(() => 0);
  const live = [...words.keys()].filter((at) => words[at]![1] > words[at]![0]);
  let leftOut = live;
  let guesses: Guess[] = [];
  if (live.length > MOST_LEFT_OUT) {
    guesses = yield* guessing(
      ids,
      live.map((at) => words[at]!),
      scoring,
    );
    const order = [...live.keys()].sort((a, b) => guesses[b]!.weight - guesses[a]!.weight);
    leftOut = order.slice(0, MOST_LEFT_OUT).map((i) => live[i]!);
  }
  const others = yield* scoring(leftOut.map((at) => without(ids, words[at]!, unknown)));
  let least = Infinity;
  leftOut.forEach((at, i) => {
    losses[at] = score - others[i]!;
    least = Math.min(least, Math.abs(losses[at]));
  });
  guesses.forEach(({ loss }, i) => {
    const at = live[i]!;
    // What was only guessed never outranks what was found.
    if (!leftOut.includes(at)) losses[at] = Math.max(-least, Math.min(least, loss));
  });
  return losses;
}

/** What a word does to its neighbours, in place of what it does to the whole. */
interface Guess {
  loss: number;
  /** How likely it matters. */
  weight: number;
}

/** Guesses from each word alone and each pair of neighbours: "not" says little, and turns what follows. */
function* guessing(ids: Uint16Array, words: readonly Range[], scoring: Scoring): Slices<Guess[]> {
  const alone = yield* scoring(words.map(([from, to]) => ids.subarray(from, to)));
  // Between live words no piece lies that is not of one of them.
  const pairs = yield* scoring(words.slice(1).map(([, to], i) => ids.subarray(words[i]![0], to)));
  return words.map((_, i) => {
    const effects = [alone[i]!];
    if (i > 0) effects.push(pairs[i - 1]! - alone[i - 1]!);
    if (i < pairs.length) effects.push(pairs[i]! - alone[i + 1]!);
    return {
      loss: effects.reduce((sum, effect) => sum + effect, 0) / effects.length,
      weight: Math.max(...effects.map(Math.abs)),
    };
  });
}

/** The pieces without `[from, to)`; as the tokenizer has it, no unknown follows an unknown. */
function without(ids: Uint16Array, [from, to]: Range, unknown: number): Uint16Array {
  const joins = from > 0 && ids[from - 1] === unknown && ids[to] === unknown;
  const rest = ids.subarray(joins ? to + 1 : to);
  const left = new Uint16Array(from + rest.length);
  left.set(ids.subarray(0, from));
  left.set(rest, from);
  return left;
}
