import type { CodedRow } from '../engine/protocol.js';
import type { Setting } from './setting.js';

type Recipe = Pick<Setting, 'bits' | 'scheme' | 'range' | 'rounding'>;

/** The levels that a row of weights may take: scale * (code - zeroPoint), for each code from `least` to `most`. */
interface Grid {
  scale: number;
  zeroPoint: number;
  least: number;
  most: number;
}

/** Widths that the search for the least square error tries, as shares of the largest weight. */
const WIDTHS = Array.from({ length: 40 }, (_, i) => 1 - i / 50);

/** The codes of a scheme: symmetric ones leave out the lowest. */
function gridOf({ bits, scheme }: Recipe, scale: number, zeroPoint: number): Grid {
  const half = 2 ** (bits - 1);
  return { scale, zeroPoint, least: scheme === 'asymmetric' ? -half : 1 - half, most: half - 1 };
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

function snap(weights: Float32Array, grid: Grid, rounding: Setting['rounding']): CodedRow {
  const { scale, zeroPoint, least, most } = grid;
  const round = ROUND[rounding];
  const codes = Int8Array.from(weights, (weight) =>
    Math.min(most, Math.max(least, round(weight / scale) + zeroPoint)),
  );
  return { codes, scale, zeroPoint };
}

/** The number that a code stands for. */
export function levelOf(code: number, { scale, zeroPoint }: Pick<CodedRow, 'scale' | 'zeroPoint'>): number {
  return scale * (code - zeroPoint);
}

function squareError(weights: Float32Array, row: CodedRow): number {
  return weights.reduce((sum, weight, i) => sum + (levelOf(row.codes[i]!, row) - weight) ** 2, 0);
}

function gridFor(weights: Float32Array, recipe: Recipe): Grid {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const steps = 2 ** (recipe.bits - 1) - 1;
  if (recipe.scheme === 'asymmetric') {
    const least = Math.min(0, ...weights);
    const scale = (Math.max(0, ...weights) - least || 1) / (2 ** recipe.bits - 1);
    return gridOf(recipe, scale, -(2 ** (recipe.bits - 1)) + halfToEven(-least / scale));
  }
  if (recipe.scheme === 'power-of-two') return gridOf(recipe, 2 ** Math.ceil(Math.log2(largest / steps)), 0);
  const whole = gridOf(recipe, largest / steps, 0);
  if (recipe.range === 'minmax' || (recipe.range === 'auto' && recipe.bits === 8)) return whole;
  let best = whole;
  let error = Infinity;
  for (const width of WIDTHS) {
    const tried = { ...whole, scale: whole.scale * width };
    const found = squareError(weights, snap(weights, tried, 'nearest'));
    if (found < error) [best, error] = [tried, found];
  }
  return best;
}

/**
 * A row in codes, at once, before the quantizer has answered: what the default settings come to; of the others what shows their
 * shape. The row that is in the blob replaces it.
 */
export function previewRow(weights: Float32Array, recipe: Recipe): CodedRow {
  return snap(weights, gridFor(weights, recipe), recipe.rounding);
}
