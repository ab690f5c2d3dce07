/** Numbers as the page writes them: always with their unit, with a true minus sign, never with false digits. */

/** Between a number and its unit: they stay on one line. */
const space = '\u00a0';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `value` with three significant digits at most: 0.0421, 1.25, 38.1, 412. */
function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return grouped.format(value);
  if (size >= 10) return value.toFixed(1);
  if (size >= 0.1 || size === 0) return value.toFixed(2);
  return value.toPrecision(2);
}

/** An intensity from −1 to +1. */
export function score(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  if (rounded === '0.00') return '0.00';
  return `${value < 0 ? '−' : '+'}${rounded}`;
}

/** A share of 1 in percent. Never "100 %" or "0 %" for something that only comes near it. */
export function percent(share: number, fraction = 0): string {
  if (share === 0 || share === 1) return `${share * 100}${space}%`;
  const rounded = (share * 100).toFixed(fraction);
  if (share < 1 && Number(rounded) === 100)
    return `>${space}${(100 - 10 ** -fraction).toFixed(fraction)}${space}%`;
  if (share > 0 && Number(rounded) === 0) return `<${space}${(10 ** -fraction).toFixed(fraction)}${space}%`;
  return `${rounded}${space}%`;
}

/**
 * Shares of a whole as whole percents that add up to 100, as people expect of them. One that only comes near all or nothing
 * is never written as such.
 */
export function percents(shares: readonly number[]): string[] {
  const floors = shares.map((share) => Math.floor(share * 100));
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const byRest = shares
    .map((share, i) => ({ i, rest: share * 100 - floors[i]! }))
    .sort((a, b) => b.rest - a.rest);
  for (const { i } of byRest.slice(0, missing)) floors[i]!++;
  return floors.map((floor, i) => {
    if (floor === 100) return `>${space}99${space}%`;
    return floor === 0 && shares[i]! > 0 ? `<${space}1${space}%` : `${floor}${space}%`;
  });
}

/** A size in decimal units, as networks and browsers count. */
export function bytes(count: number): string {
  if (count < 1000) return `${count}${space}B`;
  if (count < 999_500) return `${digits(count / 1000)}${space}kB`;
  return `${digits(count / 1e6)}${space}MB`;
}

/** A rate. */
export function perSecond(value: number): string {
  return `${grouped.format(value)}${space}/${space}s`;
}

/** A duration given in milliseconds. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${digits(milliseconds / 1000)}${space}s`;
  return `${digits(milliseconds)}${space}ms`;
}

/** A whole number, digits in groups of three. */
export function count(value: number): string {
  return grouped.format(value);
}

/** How many times one is the other: "3.9"; the word for it is the language's. */
export function ratio(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** A small difference of two scores, without losing it to rounding. */
export function difference(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.0005) return `<${space}0.001`;
  return size.toFixed(3);
}
