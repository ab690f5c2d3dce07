import type { Engine, EngineRun } from '../engine/types.js';
import type { Vocabulary } from '../tokenizer/lexicon.js';
import { WIDTH } from './sentiment.js';

/** Pieces that turn round an own word which comes at most so many pieces later, with no break between. */
const NEGATIONS = ['not', 'no', 'never', 'without', 'nothing', 'hardly', 'barely'];
const REACH = 3;
const BREAKS = ['.', '...', ',', ';', ':', '!', '?', 'but'];
/** What is not bad is not yet good. This and the next are what the models do with words that they know: docs/WORDS.md. */
const NEGATED = -0.5;
/** Pieces of a text in which a word has its whole weight. */
const WHOLE = 8;

interface Pulled {
  ids: Uint16Array;
  lengths: Uint32Array;
  finish: (values: Float32Array) => Float32Array;
}

/**
 * An engine for texts with own words: ids from `pieces.length` on, one for each of `weights`. The model sees the text without
 * them, and they pull what it says, class probabilities and score alike, towards their side. A run without any of them is the
 * engine's own.
 */
export function pulling(engine: Engine, { pieces, unknown }: Vocabulary, weights: readonly number[]): Engine {
  const first = pieces.length;
  const idsOf = (names: readonly string[]): Set<number> => new Set(names.map((name) => pieces.indexOf(name)));
  const negations = idsOf(NEGATIONS);
  const breaks = idsOf(BREAKS);

  /** Takes the negation of what follows `kept`, whose text begins at `from`, out of it; false where there is none. */
  const takeNegation = (kept: number[], from: number): boolean => {
    const farthest = Math.max(from, kept.length - REACH);
    for (let at = kept.length - 1; at >= farthest && !breaks.has(kept[at]!); --at) {
      if (negations.has(kept[at]!)) return kept.splice(at, 1).length > 0;
    }
    return false;
  };

  /** What the model is to run, and what becomes of its values. */
  const withoutWords = (ids: Uint16Array, lengths: Uint32Array): Pulled => {
    if (ids.every((id) => id < first)) return { ids, lengths, finish: (values) => values };
    const kept: number[] = [];
    const left = new Uint32Array(lengths.length);
    const pulls: number[] = [];
    let at = 0;
    lengths.forEach((length, text) => {
      const from = kept.length;
      let pull = 0;
      for (const id of ids.subarray(at, (at += length))) {
        if (id < first) kept.push(id);
        else pull += weights[id - first]! * (takeNegation(kept, from) ? NEGATED : 1);
      }
      pulls.push(Math.max(-1, Math.min(1, pull * Math.min(1, WHOLE / length))));
      left[text] = kept.length - from;
      // The engine wants something to read.
      if (kept.length === from) kept.push(unknown);
    });
    const finish = (unpulled: Float32Array): Float32Array => {
      const values = Float32Array.from(unpulled);
      pulls.forEach((pull, text) => {
        const own = values.subarray(text * WIDTH, (text + 1) * WIDTH);
        if (left[text] === 0) own.set([0, 1, 0, 0]);
        if (pull === 0) return;
        const strength = Math.abs(pull);
        own.forEach((value, i) => (own[i] = value * (1 - strength)));
        const side = pull < 0 ? 0 : 2;
        own[side] = own[side]! + strength;
        own[3] = own[3]! + pull;
      });
      return values;
    };
    return { ids: Uint16Array.from(kept), lengths: left.map((length) => length || 1), finish };
  };
  return {
    ...engine,
    get memoryBytes() {
      return engine.memoryBytes;
    },
    isRunning: () => engine.isRunning(),
    run: (ids, lengths) => {
      const model = withoutWords(ids, lengths);
      return model.finish(engine.run(model.ids, model.lengths));
    },
    start: (ids, lengths) => {
      const model = withoutWords(ids, lengths);
      const run = engine.start(model.ids, model.lengths);
      const advance: EngineRun['advance'] = (steps) => {
        const values = run.advance(steps);
        return values && model.finish(values);
      };
      return { ...run, advance };
    },
    logits: () => engine.logits(),
    dispose: () => {
      engine.dispose();
    },
  };
}
