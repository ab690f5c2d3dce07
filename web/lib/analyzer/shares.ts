/**
 * Shares of a score, made of what leaving each word out takes away from it (`losses`, each the score less the score without
 * that word). As they stand they neither add up to the score nor need agree with it: two words that say the same hide each
 * other, and two that work together both count the whole. So those of the score's sign, and those against it, are each
 * weighed by a factor of their own:
 *
 * - the shares add up to the score, and so together have its sign;
 * - each has the sign of its loss, or is 0, if any loss has the score's sign;
 * - the largest, in size, is of the word whose loss is greatest in the score's direction; those of one sign keep their order.
 */
export function sharesOf(score: number, losses: readonly number[]): number[] {
  const target = Math.abs(score);
  const sign = Math.sign(score);
  if (target === 0 || losses.length === 0) return losses.map(() => 0);

  let pulls = losses.map((loss) => sign * loss);
  let strongest = Math.max(...pulls);
  if (strongest <= 0) {
    // Without any of the words the score would be larger: what takes least away from it carries most of it.
    const weakest = Math.min(...pulls);
    pulls = pulls.map((pull) => (strongest > weakest ? pull - weakest : 1));
    strongest = Math.max(...pulls);
  }
  pulls = pulls.map((pull) => Math.max(pull, -strongest));
  let along = 0;
  let against = 0;
  for (const pull of pulls) {
    if (pull > 0) along += pull;
    else against -= pull;
  }

  let alongFactor = 1;
  let againstFactor = 1;
  if (target > along) {
    // The less the words explain, the less is held against the score.
    againstFactor = along / target;
    alongFactor = (target + againstFactor * against) / along;
  } else if (target >= along - against) {
    againstFactor = against > 0 ? (along - target) / against : 0;
  } else {
    alongFactor = againstFactor = target / (along - against);
  }
  return pulls.map((pull) => sign * pull * (pull > 0 ? alongFactor : againstFactor));
}
