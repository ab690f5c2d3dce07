import { describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { RunningEngine } from '../../../web/lib/engine/running.js';
import { floatEngine } from '../../../web/lib/float-engine.js';
import { type AnalyzerOptions, createAnalyzer, SentibyteError } from '../../../web/lib/index.js';
import { BlobEditor } from '../support/edit-blob.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const fixture = (name: string): URL => new URL(`../../golden/engine/${name}.sbm`, import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(fixture(name)));

const TEXTS = [
  '',
  'a',
  'The hotel was not good at all.',
  'b\u00e9 z x :) 😀',
  '漢字 '.repeat(700),
  'x y z. '.repeat(900),
];

describe('createAnalyzer, with the real engine', () => {
  test('takes a URL, bytes or a buffer', async () => {
    const model = bytesOf('transformer');
    const buffer = new ArrayBuffer(model.length);
    new Uint8Array(buffer).set(model);
    const results = [];
    for (const source of [fixture('transformer'), model, buffer]) {
      const analyzer = await createAnalyzer({ model: source });
      expect(analyzer.bytes).toBe(model.length);
      expect(analyzer.precision).toBe('int8');
      results.push(TEXTS.map((text) => analyzer.analyze(text)));
      analyzer.dispose();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test.each(['dense', 'cnn', 'rnn', 'gru', 'transformer'])(
    '%s: batches and long texts, in int8 and float',
    async (name) => {
      for (const options of [{ model: fixture(name) }, { ...floatEngine, model: fixture(`${name}.float`) }]) {
        const analyzer = await createAnalyzer(options);
        const alone = TEXTS.map((text) => analyzer.analyze(text));
        expect(await analyzer.analyzeBatch(TEXTS)).toEqual(alone);
        for (const { probabilities, score } of alone) {
          const { negative, neutral, positive } = probabilities;
          expect(negative + neutral + positive).toBeCloseTo(1, 5);
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
        }
        analyzer.dispose();
      }
    },
  );

  test('scalar and simd give the same scores, bit for bit', async () => {
    const [scalar, simd] = await Promise.all(
      (['scalar', 'simd'] as const).map((kernels) =>
        createAnalyzer({ model: fixture('transformer'), kernels }),
      ),
    );
    expect([scalar!.kernels, simd!.kernels]).toEqual(['scalar', 'simd']);
    for (const text of TEXTS) expect(simd!.analyze(text)).toEqual(scalar!.analyze(text));
    scalar!.dispose();
    simd!.dispose();
  });

  test('takes a module compiled beforehand', async () => {
    const wasm = readFileSync(new URL('../../../web/lib/engine/int8-scalar.wasm', import.meta.url));
    const scalar = await WebAssembly.compile(wasm);
    const analyzer = await createAnalyzer({ model: fixture('dense'), kernels: 'scalar', wasm: { scalar } });
    expect(analyzer.kernels).toBe('scalar');
    analyzer.dispose();
  });
});

/** Joined, its classes read as those that are asked for; in number, they do not. */
const contradicting = new BlobEditor(bytesOf('tiny')).setClasses(['negative,neutral', 'positive']).done();
/** The engine takes it, as it does not look at how text is read. */
const unreadable = new BlobEditor(bytesOf('dense')).setAlgorithm(3).done();

describe('createAnalyzer refuses', () => {
  const damaged = bytesOf('dense');
  damaged.fill(0xff, 60, 200);
  const cases: [string, AnalyzerOptions, string][] = [
    ['a name that it does not know', { model: 'large' as 'small' }, 'input'],
    ['a model of another kind', { model: 7 as unknown as 'small' }, 'input'],
    ['another precision', { precision: 'int4' as 'int8' }, 'input'],
    ['other kernels', { kernels: 'avx' as 'simd' }, 'input'],
    ['two classes that are written as three', { model: contradicting }, 'model'],
    ['a vocabulary that it cannot read', { model: unreadable }, 'model'],
    ['a damaged blob', { model: damaged }, 'model'],
    ['half a blob', { model: bytesOf('dense').subarray(0, 5000) }, 'model'],
    ['a blob of other classes', { model: bytesOf('tiny') }, 'model'],
    ['a web page', { model: new TextEncoder().encode('<!doctype html>') }, 'model'],
    ['a file that is not there', { model: new URL('./missing.sbm', import.meta.url) }, 'network'],
    ['when given up', { model: fixture('dense'), signal: AbortSignal.abort() }, 'aborted'],
  ];
  test.each(cases)('%s', async (_, options, code) => {
    const error = await createAnalyzer(options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SentibyteError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).not.toMatch(/\n/);
  });

  test.each([
    ['nano', `options must be an object, but is "nano"; did you mean createAnalyzer({ model: 'nano' })?`],
    [null, 'options must be an object, but is null.'],
    [['small'], 'options must be an object, but is an array.'],
    [7, 'options must be an object, but is of type number.'],
    [{ modle: 'nano' }, 'There is no option "modle"; did you mean "model"?'],
    [{ onprogress: 1 }, 'There is no option "onprogress"; did you mean "onProgress"?'],
    [{ onProgress: 1 }, 'onProgress must be a function, but is of type number.'],
    [{ signal: {} }, 'signal must be an AbortSignal, but is of type object.'],
    [{ model: 'smal' }, 'model must be "small" or "nano" or "auto", but is "smal". Did you mean "small"?'],
    [{ model: null }, 'model must be "small" or "nano" or "auto", but is null.'],
    [
      { model: './my.sbm' },
      `model must be "small" or "nano" or "auto", but is "./my.sbm". A file is given as a URL: model: new URL('./my.sbm', import.meta.url).`,
    ],
    [
      { model: 'https://a.example/my.sbm' },
      `model must be "small" or "nano" or "auto", but is "https://a.example/my.sbm". A file is given as a URL: model: new URL('https://a.example/my.sbm').`,
    ],
    [{ precision: 'INT8' }, 'precision must be "int8" or "float", but is "INT8". Did you mean "int8"?'],
  ])('%j, and says what would be right', async (options, message) => {
    const answer = createAnalyzer(options as AnalyzerOptions);
    await expect(answer).rejects.toMatchObject({ name: 'SentibyteError', code: 'input', message });
  });

  test('and hands the memory of the engine back, where the vocabulary is what it refuses', async () => {
    const dispose = jest.spyOn(RunningEngine.prototype, 'dispose');
    await expect(createAnalyzer({ model: unreadable })).rejects.toThrow('tokenizer.algorithm: 3');
    await expect(createAnalyzer({ model: contradicting })).rejects.toThrow('"negative,neutral"');
    expect(dispose).toHaveBeenCalledTimes(2);
    dispose.mockRestore();
  });

  test('when given up while it loads', async () => {
    const controller = new AbortController();
    const promise = createAnalyzer({ model: fixture('dense'), signal: controller.signal });
    controller.abort();
    await expect(promise).rejects.toMatchObject({ code: 'aborted' });
  });
});
