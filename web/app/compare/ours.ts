import type { Point } from './scatter.js';

/** Our own models. */
export function ourPoints(): Point[] {
  return [];
}
