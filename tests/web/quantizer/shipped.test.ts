// The documented command reproduces each shipped blob byte for byte (scripts/quantize-models).
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { createQuantizer } from '../../../web/lib/quantizer.js';

const models = new URL('../../../models/', import.meta.url);
const names = readdirSync(models)
  .filter((file) => file.endsWith('.float.sbm'))
  .map((file) => file.replace('.float.sbm', ''));
const read = (file: string): Buffer => readFileSync(new URL(file, models));

test('every shipped model comes out of its float blob', async () => {
  const quantizer = await createQuantizer();
  for (const name of names) {
    const { blob } = quantizer.quantize(read(`${name}.float.sbm`));
    expect({ name, same: read(`${name}.sbm`).equals(blob) }).toEqual({ name, same: true });
  }
  quantizer.dispose();
});
