// The lexicon packages behind one interface: a text in, { label, score } out, score in [-1, 1].
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Sentiment } from '../../web/lib/index.js';
import { root } from '../paths.js';

type Judged = Pick<Sentiment, 'label' | 'score'>;
type Analyze = (text: string) => Judged;

/** A package that a user might pick instead. */
export interface Peer {
  name: string;
  package: string;
  version: string;
  analyze: Analyze;
}

// They are CommonJS, installed in a package of their own.
const require = createRequire(join(root, 'evaluation/peers/package.json'));

/** VADER's own squashing of a sum of word scores, used for the peers that return bare sums. */
const squash = (sum: number): number => sum / Math.sqrt(sum * sum + 15);

/** @param threshold scores nearer to zero than this are neutral; each package's own convention. */
const judged = (score: number, threshold: number): Judged => ({
  label: score >= threshold ? 'positive' : score <= -threshold ? 'negative' : 'neutral',
  score,
});

/** Any score but zero counts for the packages whose documentation names no threshold. */
const SIGN = Number.MIN_VALUE;

/** What the packages export, as far as it is used here. */
interface Scorer {
  analyze(text: string): { score: number };
}
interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}
interface NaturalSentiment {
  SentimentAnalyzer: new (
    language: string,
    stemmer: unknown,
    vocabulary: string,
  ) => { getSentiment(words: string[]): number };
}
interface NaturalTokenizers {
  WordTokenizer: new () => { tokenize(text: string): string[] };
}

function sentiment(): Analyze {
  const Sentiment = require('sentiment') as new () => Scorer;
  const analyzer = new Sentiment();
  return (text) => judged(squash(analyzer.analyze(text).score), SIGN);
}

function vader(): Analyze {
  const { SentimentIntensityAnalyzer } = require('vader-sentiment') as Vader;
  // Its documentation draws the lines at a compound score of 0.05 on either side.
  return (text) => judged(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05);
}

function wink(): Analyze {
  const analyze = require('wink-sentiment') as Scorer['analyze'];
  return (text) => judged(squash(analyze(text).score), SIGN);
}

function naturalAfinn(): Analyze {
  const { SentimentAnalyzer } = require('natural/lib/natural/sentiment') as NaturalSentiment;
  const { PorterStemmer } = require('natural/lib/natural/stemmers') as { PorterStemmer: unknown };
  const { WordTokenizer } = require('natural/lib/natural/tokenizers') as NaturalTokenizers;
  const tokenizer = new WordTokenizer();
  const analyzer = new SentimentAnalyzer('English', PorterStemmer, 'afinn');
  return (text) => {
    const words = tokenizer.tokenize(text);
    // The package returns a mean over words; the sum makes it comparable with the others.
    return judged(words.length === 0 ? 0 : squash(analyzer.getSentiment(words) * words.length), SIGN);
  };
}

const PEERS = [
  { name: 'sentiment', id: 'sentiment', make: sentiment },
  { name: 'vader', id: 'vader-sentiment', make: vader },
  { name: 'wink', id: 'wink-sentiment', make: wink },
  { name: 'natural', id: 'natural', make: naturalAfinn },
];

/** All peers; says how to install them where they are not. */
export function loadPeers(): Peer[] {
  return PEERS.map(({ name, id, make }) => {
    try {
      const { version } = require(`${id}/package.json`) as { version: string };
      return { name, package: id, version, analyze: make() };
    } catch (cause) {
      throw new Error(`${id} cannot be loaded: run "npm ci" in evaluation/peers`, { cause });
    }
  });
}
