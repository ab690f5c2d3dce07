// Figures of one blob, run by the real engine.
import type { Label, Sentiment } from '../../web/lib/index.js';
import type { Engine } from '../../web/lib/engine.js';
import type { createEngine } from '../../web/lib/node/engine.js';
import type { Precision } from '../../web/lib/variants.js';
import { evaluate } from '../metrics.js';
import { type Encoded, SET_NAMES, type SetName } from './texts.js';

const LABELS: readonly Label[] = ['negative', 'neutral', 'positive'];
const TIMED_TOKENS = 32; // about 25 words
const TIMED_RUNS = 15;
const TIMED_ROUNDS = 6;

/** What the engine says about all texts of a set. */
interface Answers {
  results: Float32Array;
  logits: Float32Array;
  /** Numbers per text. */
  width: number;
}

type AllAnswers = Record<SetName, Answers>;

/** What is written down of a blob. */
export interface Measured {
  path: 'fast' | 'scalar';
  kernels: string;
  microseconds: number;
  sets: Record<SetName, { texts: number; accuracy: number; recall: number }>;
  agreement: number;
  logitError: number;
}

function answer(engine: Engine, { ids, lengths }: Encoded): Answers {
  const results = Float32Array.from(engine.run(ids, lengths));
  const logits = Float32Array.from(engine.logits());
  return { results, logits, width: engine.classes.length + 1 };
}

function sentiments({ results, width }: Answers): Sentiment[] {
  return Array.from({ length: results.length / width }, (_, text) => {
    const [negative, neutral, positive, score] = results.subarray(
      text * width,
      (text + 1) * width,
    ) as unknown as [number, number, number, number];
    const probabilities = { negative, neutral, positive };
    const label = LABELS.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best));
    return { label, score, confidence: probabilities[label], probabilities, coverage: 1 };
  });
}

/**
 * Time of a text of average length, in microseconds: the median of a round, the best of some rounds. What else the
 * machine does at the moment only ever adds to it.
 */
function latency(engine: Engine): number {
  const ids = Uint16Array.from({ length: TIMED_TOKENS }, (_, i) => (i * 7919) % engine.vocabulary);
  const lengths = Uint32Array.of(TIMED_TOKENS);
  const rounds = Array.from({ length: TIMED_ROUNDS }, () => {
    const times = Array.from({ length: TIMED_RUNS }, () => {
      const start = performance.now();
      engine.run(ids, lengths);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[(TIMED_RUNS - 1) / 2]!;
  });
  return 1000 * Math.min(...rounds);
}

/** Labels that agree and the distance of the logits, over all sets together. */
function against(original: AllAnswers, answers: AllAnswers): { agreement: number; logitError: number } {
  let agreed = 0;
  let texts = 0;
  let sum = 0;
  let count = 0;
  for (const name of SET_NAMES) {
    const { logits, width } = answers[name];
    const theirs = original[name].logits;
    for (let at = 0; at < logits.length; at += width) {
      let [mine, other] = [0, 0];
      for (let c = 0; c < width - 1; ++c) {
        if (logits[at + c]! > logits[at + mine]!) mine = c;
        if (theirs[at + c]! > theirs[at + other]!) other = c;
        sum += Math.abs(logits[at + c]! - theirs[at + c]!);
        ++count;
      }
      agreed += Number(mine === other);
      ++texts;
    }
  }
  return { agreement: agreed / texts, logitError: sum / count };
}

/**
 * Figures to write down, and the answers.
 * @param original answers of the float model, for the comparison; none when it is the float model
 */
export async function measure(
  makeEngine: typeof createEngine,
  blob: Uint8Array,
  precision: Precision,
  sets: Record<SetName, Encoded>,
  original?: AllAnswers,
): Promise<{ answers: AllAnswers; figures: Measured }> {
  const engine = await makeEngine({ blob, precision });
  try {
    const answers: AllAnswers = {
      sst2_dev: answer(engine, sets.sst2_dev),
      tweeteval_dev: answer(engine, sets.tweeteval_dev),
    };
    const judge = (name: SetName): Measured['sets'][SetName] => {
      const { accuracy, recall } = evaluate(sets[name].rows, sentiments(answers[name]));
      return { texts: sets[name].rows.length, accuracy, recall };
    };
    return {
      answers,
      figures: {
        path: engine.path,
        kernels: engine.kernels,
        microseconds: latency(engine),
        sets: { sst2_dev: judge('sst2_dev'), tweeteval_dev: judge('tweeteval_dev') },
        ...against(original ?? answers, answers),
      },
    };
  } finally {
    engine.dispose();
  }
}
