import type { Label, Sentiment } from '../../../../lib/types.js';

/** A share of some texts, with its 95 % interval. */
export interface Share {
  hits: number;
  texts: number;
  share: number;
  least: number;
  most: number;
}

/** The interval is Wilson's, which holds near 0 and 1 too. */
export function shareOf(hits: number, texts: number): Share {
  if (texts === 0) return { hits, texts, share: 0, least: 0, most: 1 };
  const z2 = 1.96 ** 2;
  const share = hits / texts;
  const middle = (share + z2 / (2 * texts)) / (1 + z2 / texts);
  const half = Math.sqrt(z2 * ((share * (1 - share)) / texts + z2 / (4 * texts ** 2))) / (1 + z2 / texts);
  return { hits, texts, share, least: Math.max(0, middle - half), most: Math.min(1, middle + half) };
}

/** How often two models give a text the same label. */
export function agreementOf(original: readonly Sentiment[], made: readonly Sentiment[]): Share {
  const hits = made.filter(({ label }, i) => label === original[i]!.label).length;
  return shareOf(hits, made.length);
}

/** How often a label is one of those that are right; texts without any are not counted. */
export function accuracyOf(answers: readonly Sentiment[], right: readonly (readonly Label[])[]): Share {
  const judged = answers.filter((_, i) => right[i]!.length > 0);
  const hits = answers.filter(({ label }, i) => right[i]!.includes(label)).length;
  return shareOf(hits, judged.length);
}

/** Mean distance of two models' scores to the same texts; the scale is 2 wide. */
export function meanDifference(original: readonly Sentiment[], made: readonly Sentiment[]): number {
  return made.reduce((sum, { score }, i) => sum + Math.abs(score - original[i]!.score), 0) / made.length;
}

/** 1, 2 and 5 times the powers of ten between two values. */
export function logTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    for (const lead of [1, 2, 5]) {
      // Division keeps 0.1 and 0.2 what they are; 2 * 10 ** -1 does not.
      const tick = power < 0 ? lead / 10 ** -power : lead * 10 ** power;
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks;
}
