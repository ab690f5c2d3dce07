import { expect, test } from '@jest/globals';
import { Scorer } from '../../../web/lib/analyzer/scorer.js';
import { finish } from '../../../web/lib/analyzer/slices.js';
import { Tokenizer } from '../../../web/lib/tokenizer/tokenizer.js';
import { FakeEngine } from '../support/fake-engine.js';
import { testVocabulary } from '../tokenizer/golden.js';

/** Gives three numbers a text where four are read: what a model says of itself need not be so. */
class Narrow extends FakeEngine {
  override run(ids: Uint16Array, lengths: Uint32Array): Float32Array {
    return super.run(ids, lengths).subarray(0, 3 * lengths.length);
  }
}

test('an engine that gives another number of values is refused, not misread', () => {
  const scorer = new Scorer(new Narrow(), new Tokenizer(testVocabulary()));
  const refused = expect.objectContaining({ name: 'SentibyteError', code: 'model' });
  expect(() => scorer.score('good')).toThrow(refused);
  expect(() => finish(scorer.scoring(['good', 'bad']))).toThrow(refused);
});

test('a model that claims to see more than any memory holds costs nothing', () => {
  const scorer = new Scorer(new FakeEngine(2 ** 32 - 1), new Tokenizer(testVocabulary()));
  expect(finish(scorer.scoring(['good']))[0]).toEqual(scorer.score('good'));
});

test('more sentences than one run takes are all judged', () => {
  const scorer = new Scorer(new FakeEngine(64), new Tokenizer(testVocabulary()));
  const sentences = ['good. ', 'bad. ', 'not good. '];
  const text = Array.from({ length: 200 }, (_, i) => sentences[i % 3]!).join('');
  const document = finish(scorer.scoringDocument(text));
  expect(document.sentences).toHaveLength(200);
  document.sentences.forEach(({ start, end, ...sentence }) => {
    expect(sentence).toEqual(scorer.score(text.slice(start, end)));
  });
});

test('a window that no run has room for beside others is one of its own', () => {
  const scorer = new Scorer(new FakeEngine(512), new Tokenizer(testVocabulary()));
  const texts = ['bad', 'good not bad '.repeat(120), 'not good'];
  const alone = texts.map((text) => scorer.score(text));
  expect(alone[1]).not.toEqual(alone[0]);
  expect(finish(scorer.scoring(texts))).toEqual(alone);
});
