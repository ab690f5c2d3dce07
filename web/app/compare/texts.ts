import { examples } from '../live/examples.js';

/** Texts for the benchmark and the agreement. */
export const testTexts: readonly string[] = examples.map(({ text }) => text);
