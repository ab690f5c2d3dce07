import { FEWEST_BITS, type Setting } from './setting.js';

/** The levels that a row of weights may take: scale * (code - zeroPoint), for each code from `least` to `most`. */
export interface Grid {
  scale: number;
  zeroPoint: number;
  least: number;
  most: number;
}

/** Widths that the search for the least square error tries, as shares of the largest weight. */
const WIDTHS = Array.from({ length: 40 }, (_, i) => 1 - i / 50);

/** The codes of a scheme: symmetric ones leave out the lowest. */
export function gridOf(setting: Pick<Setting, 'bits' | 'scheme'>, scale: number, zeroPoint: number): Grid {
  const half = 2 ** (setting.bits - 1);
  return { scale, zeroPoint, least: setting.scheme === 'asymmetric' ? -half : 1 - half, most: half - 1 };
}

/** Halves go to the even neighbour, as in the quantizer. */
function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

const ROUND: Readonly<Record<Setting['rounding'], (value: number) => number>> = {
  nearest: halfToEven,
  floor: Math.floor,
  'signed-magnitude': Math.trunc,
};

/** The code that a weight is stored as. */
export function codeOf(weight: number, grid: Grid, rounding: Setting['rounding']): number {
  const code = ROUND[rounding](weight / grid.scale) + grid.zeroPoint;
  return Math.min(grid.most, Math.max(grid.least, code));
}

/** The number that a code stands for. */
export function levelOf(code: number, { scale, zeroPoint }: Grid): number {
  return scale * (code - zeroPoint);
}

function squareError(weights: Float32Array, grid: Grid): number {
  return weights.reduce(
    (sum, weight) => sum + (levelOf(codeOf(weight, grid, 'nearest'), grid) - weight) ** 2,
    0,
  );
}

/**
 * The grid of one row, at once, before the quantizer has answered: what the default settings come to; of the others what shows
 * their shape. The grid that is in the blob replaces it.
 */
export function previewGrid(weights: Float32Array, setting: Setting): Grid {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const steps = 2 ** (Math.max(FEWEST_BITS, setting.bits) - 1) - 1;
  if (setting.scheme === 'asymmetric') {
    const least = Math.min(0, ...weights);
    const scale = (Math.max(0, ...weights) - least) / (2 ** setting.bits - 1);
    return gridOf(setting, scale, -(2 ** (setting.bits - 1)) + halfToEven(-least / scale));
  }
  if (setting.scheme === 'power-of-two')
    return gridOf(setting, 2 ** Math.ceil(Math.log2(largest / steps)), 0);
  const whole = gridOf(setting, largest / steps, 0);
  if (setting.range === 'minmax' || (setting.range === 'auto' && setting.bits === 8)) return whole;
  let best = whole;
  let error = Infinity;
  for (const width of WIDTHS) {
    const tried = { ...whole, scale: whole.scale * width };
    const found = squareError(weights, tried);
    if (found < error) [best, error] = [tried, found];
  }
  return best;
}
