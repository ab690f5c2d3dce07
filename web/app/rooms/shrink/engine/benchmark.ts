import type { Clock } from './clock.js';
import type { Speed } from './protocol.js';

/** Reads one text; the result is of no interest here. */
export type Read = (text: string) => void;

/** How long, in milliseconds, and how often each engine is measured. */
export interface Plan {
  warmUp: number;
  round: number;
  rounds: number;
}

export const STANDARD_PLAN: Plan = { warmUp: 400, round: 120, rounds: 15 };

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

function summary(rates: readonly number[], cold: number): Speed {
  const sorted = [...rates].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, slowest: sorted[0]!, fastest: sorted.at(-1)!, rounds: sorted.length, cold };
}

/**
 * Measures two engines in turns, a round each, so that a change in the machine's pace meets both alike.
 * `pause` lets other work of the worker run between rounds.
 */
export async function benchmark(
  engines: Record<'left' | 'right', Read>,
  texts: readonly string[],
  plan: Plan,
  clock: Clock,
  pause: () => Promise<void>,
  progress: (stage: 'warm-up' | 'measuring', share: number) => void,
): Promise<Record<'left' | 'right', Speed>> {
  const sides = ['left', 'right'] as const;
  const cold = { left: 0, right: 0 };
  const rates = { left: [] as number[], right: [] as number[] };
  for (const side of sides) {
    progress('warm-up', side === 'left' ? 0 : 0.5);
    await pause();
    cold[side] = rate(engines[side], texts, plan.round, clock);
    rate(engines[side], texts, plan.warmUp, clock);
  }
  for (let round = 0; round < plan.rounds; round++) {
    progress('measuring', round / plan.rounds);
    for (const side of sides) {
      await pause();
      rates[side].push(rate(engines[side], texts, plan.round, clock));
    }
  }
  return { left: summary(rates.left, cold.left), right: summary(rates.right, cold.right) };
}
