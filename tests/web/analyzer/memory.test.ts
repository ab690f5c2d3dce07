import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Scorer } from '../../../web/lib/analyzer/scorer.js';
import { finish } from '../../../web/lib/analyzer/slices.js';
import { SentibyteError } from '../../../web/lib/errors.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { bytesHeld } from '../support/bytes-held.js';
import { FakeEngine } from '../support/fake-engine.js';
import { testVocabulary } from '../tokenizer/golden.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(120_000);

const MEGABYTE = 1 << 20;
const tokenizer = new Tokenizer(testVocabulary());

/** An engine that notes nothing of what it is given. */
class Forgetful extends FakeEngine {
  override run(ids: Uint16Array, lengths: Uint32Array): Float32Array {
    const values = super.run(ids, lengths);
    this.runs.length = 0;
    return values;
  }
}

describe('memory', () => {
  // The last two are one word each, which has to be there whole.
  test.each([
    ['the longest decomposition', '\ufdfa', 4],
    ['sentences', 'not good. ', 4],
    ['one sentence without end', 'not good ', 4],
    ['single characters', '\u4e00', 4],
    ['one symbol', '?', 4],
    ['one address', 'http://', 4],
    ['one word', 'ab', 40],
    ['one word of suffixes', "x'm", 60],
  ])('for two million characters of %s is bounded, and given back', (_, pattern, most) => {
    const scorer = new Scorer(new Forgetful(64), tokenizer);
    const before = bytesHeld(scorer);
    const text = pattern.repeat(2_000_000 / pattern.length);
    let peak = 0;
    let slices = 0;
    for (const work = scorer.scoring([text]); work.next().done !== true;) {
      if (slices++ % 16 === 0) peak = Math.max(peak, bytesHeld(scorer) - before);
    }
    expect(slices).toBeGreaterThan(50);
    expect(peak).toBeLessThan(most * MEGABYTE);
    expect(bytesHeld(scorer) - before).toBeLessThan(MEGABYTE);
  });
});

describe('where there is no memory', () => {
  const arrays = { Uint16Array, Uint32Array, Float64Array };
  afterEach(() => {
    Object.assign(globalThis, arrays);
  });

  /** The `n`-th large array, and each after it, is refused; returns how many there were. */
  function refuseFrom(n: number): () => number {
    let asked = 0;
    for (const [name, Original] of Object.entries(arrays)) {
      const Refusing = new Proxy(Original, {
        construct(target, given: [unknown], self): object {
          if (typeof given[0] === 'number' && given[0] > 2048 && ++asked >= n) {
            throw new RangeError('Array buffer allocation failed');
          }
          return Reflect.construct(target, given, self) as object;
        },
      });
      Object.assign(globalThis, { [name]: Refusing });
    }
    return () => asked;
  }

  const texts = ['a'.repeat(40_000), "x'm".repeat(9000), 'abbb'.repeat(9000), 'not good. '.repeat(3000)];

  test.each(texts.map((text) => [text.slice(0, 8), text]))(
    'for %j… that is one error, and the next text is read',
    (_, text) => {
      const scorer = new Scorer(new Forgetful(8), tokenizer);
      const expected = scorer.score(text);
      const expectedDocument = finish(scorer.scoringDocument(text));
      let isDone = false;
      for (let n = 1; !isDone; ++n) {
        expect(n).toBeLessThan(200);
        const asked = refuseFrom(n);
        try {
          scorer.score(text);
          finish(scorer.scoringDocument(text));
        } catch (error) {
          expect(error).toBeInstanceOf(SentibyteError);
          expect(error).toMatchObject({ code: 'memory' });
        }
        isDone = asked() < n;
        Object.assign(globalThis, arrays);
        expect(scorer.score(text)).toEqual(expected);
        expect(finish(scorer.scoringDocument(text))).toEqual(expectedDocument);
      }
    },
  );
});
