// What PyTorch said of made-up sentences when the model was trained (the golden command of models/train), against the shipped blobs.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Precision } from '../../../web/lib/engine.js';
import { createEngine } from '../../../web/lib/node/engine.js';
import { readVocabulary } from '../../../web/lib/tokenizer/blob.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';

interface Golden {
  texts: string[];
  /** Three logits and the score of each text. */
  int8: number[][];
  float: number[][];
}

const root = new URL('../../../', import.meta.url);
const goldens = new URL('tests/golden/models/', root);
const names = readdirSync(goldens).map((file) => file.replace('.json', ''));
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

// In float the two differ by the order of sums. In int8 a value that lies between two of the 128 steps of an
// activation may fall to either side, and attention has 16-bit integers where PyTorch has floats.
const CASES: [Precision, string, number][] = [
  ['float', '.float.sbm', 0.002],
  ['int8', '.sbm', 0.15],
];

describe.each(names)('%s', (name) => {
  test.each(CASES)('%s says what it was trained to say', async (precision, ending, tolerance) => {
    const path = `models/${name}${ending}`;
    expect(existsSync(new URL(path, root))).toBe(true);
    const blob = read(path);
    const golden = JSON.parse(readFileSync(new URL(`${name}.json`, goldens), 'utf8')) as Golden;
    const tokenizer = new Tokenizer(readVocabulary(blob));
    const engine = await createEngine({ blob, precision });
    const apart = golden.texts.flatMap((text, row) => {
      const { ids, length } = tokenizer.encode(text);
      const score = engine.run(ids.slice(0, length), Uint32Array.of(length))[3]!;
      const found = [...engine.logits().slice(0, 3), score];
      return found.map((value, column) => Math.abs(value - golden[precision][row]![column]!));
    });
    engine.dispose();
    expect(Math.max(...apart)).toBeLessThan(tolerance);
  });
});
