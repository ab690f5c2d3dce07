import { expect, test } from '@jest/globals';
import { takeSample } from '../../../web/lib/cli/input.js';

async function* arriving(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

test.each([
  [4, 'abcd', false],
  [5, 'abcdef', false],
  [99, 'abcdef', true],
])(
  'a sample of %i bytes is made of all parts up to there, and the input is whole',
  async (size, expected, isWhole) => {
    const taken = await takeSample(arriving(['ab', 'cd', 'ef']), (sample) => sample.length >= size);
    expect(Buffer.from(taken.sample).toString()).toBe(expected);
    expect(taken.isWhole).toBe(isWhole);
    const all: string[] = [];
    for await (const part of taken.parts) all.push(Buffer.from(part).toString());
    expect(all).toEqual(['ab', 'cd', 'ef']);
  },
);
