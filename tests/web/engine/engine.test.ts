import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Engine, Kernels } from '../../../web/lib/engine.js';
import { createEngine } from '../../../web/lib/node/engine.js';
import { fingerprint } from '../../support/fingerprint.js';
import { fingerprints, fixture } from '../../support/fixtures.js';

const module = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../web/lib/engine/${name}.wasm`, import.meta.url)));

const int8 = (blob: Uint8Array): Promise<Engine> => createEngine({ blob, precision: 'int8' });

describe('the same bits everywhere', () => {
  const inNode: Kernels[] = ['scalar', 'simd'];
  for (const kernels of inNode) {
    test.each(fingerprints())(`%s with ${kernels} kernels`, async (name, hash) => {
      const precision = name.endsWith('.float') ? 'float' : 'int8';
      const engine = await createEngine({ blob: fixture(name), precision, kernels });
      expect(engine.kernels).toBe(kernels);
      expect(fingerprint(engine)).toBe(hash);
      engine.dispose();
    });
  }
});

describe('what an engine says of itself', () => {
  test('kernels, precision, path, classes, limits, sizes', async () => {
    const engine = await int8(fixture('transformer'));
    expect(engine.precision).toBe('int8');
    expect(engine.path).toBe('fast');
    expect(engine.classes).toEqual(['negative', 'neutral', 'positive']);
    expect(engine.longest).toBeGreaterThan(0);
    expect(engine.vocabulary).toBeGreaterThan(0);
    expect(engine.file.bytes).toBe(module(`int8-${engine.kernels}`).byteLength);
    expect(engine.memoryBytes).toBeGreaterThan(fixture('transformer').byteLength);
    engine.dispose();
    expect(engine.memoryBytes).toBe(0);
  });

  test('asymmetric weights take the scalar path', async () => {
    expect((await int8(fixture('asymmetric'))).path).toBe('scalar');
  });
});

describe('running', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await int8(fixture('cnn'));
  });

  test('gives probabilities that add up to 1 and a score within [-1, 1]', () => {
    const scores = engine.run(Uint16Array.of(5, 6, 7, 8), Uint32Array.of(3, 1));
    expect(scores).toHaveLength(8);
    for (const first of [0, 4]) {
      const [negative, neutral, positive, score] = scores.slice(first, first + 4) as unknown as number[];
      expect(negative! + neutral! + positive!).toBeCloseTo(1, 5);
      expect(Math.abs(score!)).toBeLessThanOrEqual(1);
    }
    expect(engine.logits()).toHaveLength(8);
  });

  test('takes no text at all, and a text of no tokens', () => {
    expect(engine.run(new Uint16Array(0), new Uint32Array(0))).toHaveLength(0);
    expect(engine.run(new Uint16Array(0), Uint32Array.of(0))).toHaveLength(4);
  });

  test('a batch larger than any before it grows the buffers and changes no bit', () => {
    const one = [...engine.run(Uint16Array.of(9, 8, 7), Uint32Array.of(3))];
    const many = engine.run(
      new Uint16Array(9000).map((_, i) => 9 - (i % 3)),
      new Uint32Array(3000).fill(3),
    );
    expect(many).toHaveLength(12000);
    expect([...many.subarray(0, 4)]).toEqual(one);
    expect([...many.subarray(11996)]).toEqual(one);
  });

  test.each([
    ['an id outside the vocabulary', [65535], [1]],
    ['lengths that promise more ids than there are', [1, 2], [3]],
    ['lengths that leave ids over', [1, 2, 3], [1]],
    ['a text longer than the model takes', new Array<number>(100000).fill(1), [100000]],
    ['lengths whose sum overflows', [1, 2], [4294967295, 3]],
  ])('refuses %s, and goes on', (_, ids, lengths) => {
    const before = [...engine.run(Uint16Array.of(4, 3), Uint32Array.of(2))];
    expect(() => engine.run(Uint16Array.from(ids), Uint32Array.from(lengths))).toThrow(
      expect.objectContaining({ name: 'SentibyteError', code: 'input' }),
    );
    expect([...engine.run(Uint16Array.of(4, 3), Uint32Array.of(2))]).toEqual(before);
  });

  test('refuses a batch beyond its bounds instead of running out of memory', () => {
    expect(() => engine.run(new Uint16Array(5_000_000), Uint32Array.of(5_000_000))).toThrow(
      expect.objectContaining({ code: 'input' }),
    );
    expect(engine.run(Uint16Array.of(1), Uint32Array.of(1))).toHaveLength(4);
  });
});

describe('life and death', () => {
  test('two engines at once do not disturb each other', async () => {
    const [first, second] = await Promise.all([int8(fixture('cnn')), int8(fixture('gru'))]);
    const alone = fingerprint(first);
    const other = fingerprint(second);
    second.dispose();
    expect(fingerprint(first)).toBe(alone);
    expect(fingerprint(await int8(fixture('gru')))).toBe(other);
  });

  test('use after dispose is a clear error; a second dispose is none', async () => {
    const engine = await int8(fixture('dense'));
    engine.dispose();
    engine.dispose();
    const message = 'This engine was disposed of; create a new one.';
    for (const use of [() => engine.run(Uint16Array.of(1), Uint32Array.of(1)), () => engine.logits()]) {
      expect(use).toThrow(expect.objectContaining({ code: 'disposed', message }));
    }
  });
});

describe('a bad blob', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['cut off', fixture('cnn').subarray(0, 1000)],
    ['all zeros', new Uint8Array(5000)],
  ])('%s: code "model" and a reason', async (_, blob) => {
    const error = await int8(blob).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'SentibyteError', code: 'model' });
    expect((error as Error).message.length).toBeGreaterThan(10);
  });

  test.each([[null], [undefined], ['small'], [[1, 2]], [new Uint16Array(8)]])(
    '%j is no blob at all: code "input"',
    async (blob) => {
      const error = expect.objectContaining({ name: 'SentibyteError', code: 'input' });
      await expect(int8(blob as unknown as Uint8Array)).rejects.toEqual(error);
    },
  );

  test('float weights in the int8 module, and the reverse, are named as such', async () => {
    const wrong = createEngine({ blob: fixture('cnn'), precision: 'float' });
    await expect(wrong).rejects.toMatchObject({ code: 'unsupported' });
  });
});
