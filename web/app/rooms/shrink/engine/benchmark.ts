import type { Clock } from './clock.js';
import type { Side, Speed } from './protocol.js';

/** Reads one text; the result is of no interest here. */
export type Read = (text: string) => void;

/** How long a round is, in milliseconds, and how many each engine gets. */
export interface Plan {
  round: number;
  rounds: number;
}

/** Under a second, as it runs whenever the slider rests. The engines are warm: they have just read every text. */
export const STANDARD_PLAN: Plan = { round: 40, rounds: 9 };

/** Texts per second over at least `milliseconds`. */
function rate(read: Read, texts: readonly string[], milliseconds: number, clock: Clock): number {
  const start = clock();
  let done = 0;
  let elapsed = 0;
  do {
    read(texts[done % texts.length]!);
    done++;
    // The clock is asked once in eight texts: asking it costs something too.
    if (done % 8 === 0) elapsed = clock() - start;
  } while (elapsed < milliseconds);
  return (done * 1000) / elapsed;
}

function summary(rates: readonly number[]): Speed {
  const sorted = [...rates].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, slowest: sorted[0]!, fastest: sorted.at(-1)! };
}

/**
 * Measures two engines in turns, a round each, so that a change in the machine's pace meets both alike.
 * `pause` lets other work of the worker run between rounds; when it says no, nothing comes out.
 */
export async function benchmark(
  engines: Record<Side, Read>,
  texts: readonly string[],
  plan: Plan,
  clock: Clock,
  pause: () => Promise<boolean>,
): Promise<Record<Side, Speed> | undefined> {
  const rates = { original: [] as number[], made: [] as number[] };
  for (let round = 0; round < plan.rounds; round++) {
    for (const side of ['original', 'made'] as const) {
      if (!(await pause())) return undefined;
      rates[side].push(rate(engines[side], texts, plan.round, clock));
    }
  }
  return { original: summary(rates.original), made: summary(rates.made) };
}
