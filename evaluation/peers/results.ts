// What `npm run bench:peers -- --out models/results/lexicons.json` keeps of the lexicon peers.
import type { ThreeClasses, TwoClasses } from './metrics.js';

/** One package. */
export interface LexiconResult {
  name: string;
  version: string;
  downloadBytes: number;
  sets: { sst2_dev: TwoClasses; tweeteval_dev: ThreeClasses };
}

/** All of them, and on how many texts. */
export interface LexiconResults {
  command: string;
  rows: Record<string, number>;
  peers: LexiconResult[];
}
