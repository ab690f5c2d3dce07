import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { allCases, textsOf } from '../../../evaluation/behaviour/index.js';
import { createAnalyzer } from '../../../web/lib/node/index.js';
import { createQuantizer, type QuantizeOptions, type Quantizer } from '../../../web/lib/quantizer.js';

const texts = textsOf(allCases()).filter((_, i) => i % 40 === 0);
const nano = readFileSync(new URL('../../../models/nano.float.sbm', import.meta.url));

let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer();
});
afterAll(() => {
  quantizer.dispose();
});

async function scores(options: QuantizeOptions): Promise<number[]> {
  const { blob } = quantizer.quantize(nano, { bits: 8, ...options });
  const analyzer = await createAnalyzer({ model: blob });
  const found = texts.map((text) => analyzer.analyze(text).score);
  analyzer.dispose();
  return found;
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, score, i) => sum + Math.abs(score - b[i]!), 0) / a.length;

test('30 % of each tensor hardly move the scores of nano; one threshold for all takes its score head', async () => {
  const whole = await scores({});
  const pruned = await scores({ prune: 0.3 });
  expect(await scores({ prune: 0.3, pruneScope: 'tensor' })).toEqual(pruned);
  expect(distance(whole, pruned)).toBeLessThan(0.06);
  expect(distance(whole, await scores({ prune: 0.3, pruneScope: 'model' }))).toBeGreaterThan(0.3);
});
