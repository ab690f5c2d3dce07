// Figures of one blob, run by the real engine.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate } from '../evaluation/metrics.mjs';

const LABELS = ['negative', 'neutral', 'positive'];
const TIMED_WORDS = 32; // tokens: about 25 words
const TIMED_RUNS = 15;
const TIMED_ROUNDS = 6;

/** Runs blobs; `createEngine` is the package's. */
export async function loadEngine(root) {
  const { createEngine } = await import(pathToFileURL(join(root, 'dist/engine.js')));
  return createEngine;
}

/** What the engine says about all texts of a set. */
function answer(engine, { ids, lengths }) {
  const results = Float32Array.from(engine.run(ids, lengths));
  const logits = Float32Array.from(engine.logits());
  return { results, logits, width: engine.classes.length + 1 };
}

function sentiments({ results, width }) {
  return Array.from({ length: results.length / width }, (_, text) => {
    const [negative, neutral, positive, score] = results.subarray(text * width, (text + 1) * width);
    const best = [negative, neutral, positive].reduce((at, p, i, all) => (p > all[at] ? i : at), 0);
    const probabilities = { negative, neutral, positive };
    return { label: LABELS[best], score, confidence: probabilities[LABELS[best]], probabilities };
  });
}

/**
 * Time of a text of average length, in microseconds: the median of a round, the best of some rounds. What else the
 * machine does at the moment only ever adds to it.
 */
function latency(engine, vocabulary) {
  const ids = Uint16Array.from({ length: TIMED_WORDS }, (_, i) => (i * 7919) % vocabulary);
  const lengths = Uint32Array.of(TIMED_WORDS);
  const rounds = Array.from({ length: TIMED_ROUNDS }, () => {
    const times = Array.from({ length: TIMED_RUNS }, () => {
      const start = performance.now();
      engine.run(ids, lengths);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[(TIMED_RUNS - 1) / 2];
  });
  return 1000 * Math.min(...rounds);
}

/** Labels that agree and the distance of the logits, over all sets together. */
function against(original, answers) {
  let agreed = 0;
  let texts = 0;
  let sum = 0;
  let count = 0;
  for (const [name, { logits, width }] of Object.entries(answers)) {
    const theirs = original[name].logits;
    for (let at = 0; at < logits.length; at += width) {
      let [mine, other] = [0, 0];
      for (let c = 0; c < width - 1; ++c) {
        if (logits[at + c] > logits[at + mine]) mine = c;
        if (theirs[at + c] > theirs[at + other]) other = c;
        sum += Math.abs(logits[at + c] - theirs[at + c]);
        ++count;
      }
      agreed += Number(mine === other);
      ++texts;
    }
  }
  return { agreement: agreed / texts, logitError: sum / count };
}

/**
 * @param original answers of the float model, for the comparison; none when it is the float model
 * @returns figures to write down, and the answers
 */
export async function measure(createEngine, blob, precision, sets, original) {
  const engine = await createEngine({ blob, precision });
  try {
    const answers = {};
    const figures = {};
    for (const [name, set] of Object.entries(sets)) {
      answers[name] = answer(engine, set);
      const { accuracy, recall } = evaluate(set.rows, sentiments(answers[name]));
      figures[name] = { texts: set.rows.length, accuracy, recall };
    }
    return {
      answers,
      figures: {
        path: engine.path,
        kernels: engine.kernels,
        microseconds: latency(engine, engine.vocabulary),
        sets: figures,
        ...against(original ?? answers, answers),
      },
    };
  } finally {
    engine.dispose();
  }
}
