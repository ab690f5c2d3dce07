import type { Kind } from '../../../../../evaluation/chart/accuracy.js';

/** What the room Evidence says, in English. */
export const en = {
  title: 'How good is it, and how is that known?',
  intro:
    'Everything here was counted beforehand, on texts that no model was trained on, by programs that are part of the project. What depends on your device is measured in the room Shrink.',

  chart: 'How often right, for how large a download',
  chartMeans:
    'Each point is a model: the higher, the more often it is right about film reviews, positive or negative (SST-2); the further left, the less there is to download. A line joins the 32-bit and the 8-bit build of one model: far to the left, hardly down.',
  best: (
    mine: string,
    accuracy: string,
    bytes: string,
    other: string,
    theirs: string,
    size: string,
    ratio: string,
  ): string =>
    `“${mine}” is right about ${accuracy} for ${bytes}, ${other} about ${theirs} for ${size}, ${ratio} times as much.`,
  kinds: {
    int8: 'Sentibyte, 8 bits',
    float: 'Sentibyte, 32 bits',
    package: 'another package, with all it needs',
    weights: 'published weights alone, one byte each',
  } satisfies Record<Kind, string>,
  rightAnswers: 'Right answers',
  download: 'Download, each line ten times the last',
  figures: 'The figures behind the chart, each with its source',
  columns: { model: 'Model', right: 'Right answers', size: 'Size', source: 'Source' },
  bits32: (name: string): string => `${name}, 32 bits`,

  bits: 'What 8 bits cost in right answers',
  bitsMean: (model: string, difference: string, interval: string, texts: string): string =>
    `“${model}”: ${difference} points between 8 and 32 bits on ${texts} film sentences; the sample alone can move each figure by ${interval} points either way. That is no measurable difference.`,
  bitsMeasurable: (model: string, difference: string, interval: string, texts: string): string =>
    `“${model}”: ${difference} points between 8 and 32 bits on ${texts} film sentences; the sample alone can move each figure by ${interval} points either way.`,
  film: (texts: string): string => `Film sentences, two classes (${texts})`,
  tweets: (texts: string): string => `Tweets, three classes, recall (${texts})`,
  same: 'Same label in both',
  eight: '8 bits',
  thirtyTwo: '32 bits',

  behaviours: 'What it can and cannot do',
  behavioursMean: (cases: string): string =>
    `${cases} sentences, each about one ability: negation, contrast, idioms, names that must not matter. The bar is the share that fails; lexicons are the word lists that a page could use instead.`,
  whole: 'All behaviours',
  everyday: 'Everyday English, each sentence written by hand',
  worst: 'The behaviours that fail most often',
  fails: (share: string): string => `${share} fail`,
  lexicon: 'best lexicon',

  fairness: 'Words for groups of people',
  fairnessMean: (texts: string): string =>
    `${texts} sentences that say nothing about a group, told of every word for one. None of these words should move the score. Most words for nations, faiths, places and names look the same to the models and move nothing; some others do, which is a reason not to use the models for decisions about a person.`,
  allGroups: 'All groups',
  fairnessChanged: 'Labels that change with the group',
  fairnessMove: 'Largest move of a score, on a scale two wide',
  groups: 'By kind of group',
  group: (kind: string): string => kind,
  /** A behaviour of the suite, by its id. */
  behaviour: (id: string): string => id.replace(/^everyday-/, '').replaceAll('-', ' '),

  limits: 'Limits',
  limitsList: [
    'It has learned English. A text in another language it does not judge, as far as it notices.',
    'Irony and sarcasm it often misses, most of all where only the situation tells that the reverse is meant.',
    'It judges the mood of a text, not what the writer thinks of something that is named in it.',
    'How sure it is was calibrated on tweets and forum comments; elsewhere take it as an estimate.',
    'Not meant for decisions about a person.',
  ],
  more: 'The model card, the list of behaviours and the quantization study are in the project’s repository: models/MODEL_CARD.md, docs/BEHAVIOUR.md, docs/QUANTIZATION.md.',
};

/** What every table of these words has. */
export type EvidenceWords = typeof en;
