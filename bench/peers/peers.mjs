// The lexicon packages behind one interface: a text in, { label, score } out, score in [-1, 1].
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** VADER's own squashing of a sum of word scores, used for the peers that return bare sums. */
const squash = (sum) => sum / Math.sqrt(sum * sum + 15);

/** @param threshold scores nearer to zero than this are neutral; each package's own convention. */
const judged = (score, threshold) => ({
  label: score >= threshold ? 'positive' : score <= -threshold ? 'negative' : 'neutral',
  score,
});

/** Any score but zero counts for the packages whose documentation names no threshold. */
const SIGN = Number.MIN_VALUE;

function sentiment() {
  const Sentiment = require('sentiment');
  const analyzer = new Sentiment();
  return (text) => judged(squash(analyzer.analyze(text).score), SIGN);
}

function vader() {
  const { SentimentIntensityAnalyzer } = require('vader-sentiment');
  // Its documentation draws the lines at a compound score of 0.05 on either side.
  return (text) => judged(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05);
}

function wink() {
  const analyze = require('wink-sentiment');
  return (text) => judged(squash(analyze(text).score), SIGN);
}

function naturalAfinn() {
  const { SentimentAnalyzer } = require('natural/lib/natural/sentiment');
  const { PorterStemmer } = require('natural/lib/natural/stemmers');
  const { WordTokenizer } = require('natural/lib/natural/tokenizers');
  const tokenizer = new WordTokenizer();
  const analyzer = new SentimentAnalyzer('English', PorterStemmer, 'afinn');
  return (text) => {
    const words = tokenizer.tokenize(text);
    // The package returns a mean over words; the sum makes it comparable with the others.
    return judged(words.length === 0 ? 0 : squash(analyzer.getSentiment(words) * words.length), SIGN);
  };
}

const PEERS = [
  { name: 'sentiment', package: 'sentiment', load: sentiment },
  { name: 'vader', package: 'vader-sentiment', load: vader },
  { name: 'wink', package: 'wink-sentiment', load: wink },
  { name: 'natural', package: 'natural', load: naturalAfinn },
];

/** Name, package, version and `analyze` of each peer; says how to install them where they are not. */
export function loadPeers() {
  return PEERS.map(({ name, package: id, load }) => {
    try {
      return { name, package: id, version: require(`${id}/package.json`).version, analyze: load() };
    } catch (cause) {
      throw new Error(`${id} cannot be loaded: run "npm ci" in bench/peers`, { cause });
    }
  });
}
