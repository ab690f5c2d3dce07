import type { Precision } from '../../lib/variants.js';

/** Figures of one build of a model on one set of texts; shares of 1. */
export interface Score {
  accuracy: number;
  /** Mean over the classes of the share of its texts that were found. */
  recall: number;
}

/** A set of labelled texts that no model was trained on. */
export interface SetResult extends Partial<Record<Precision, Score>> {
  texts: number;
}

/** What the page knows of an evaluated model. */
export interface ModelResult {
  model: string;
  sets: { sst2_dev: SetResult; tweeteval_dev?: SetResult };
  /** Model, engine and library as a host with brotli sends them, in bytes. */
  download: Partial<Record<Precision, number>>;
}
