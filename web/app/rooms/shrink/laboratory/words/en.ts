/** What the laboratory says, in English. */
export const en = {
  title: 'What does a smaller model cost?',
  intro:
    'A model is a long list of numbers. Give each fewer bits, and it downloads faster, but every number is rounded to one of a few levels. Drag, and see what that costs.',
  bits: 'Bits for each number',
  fewer: 'smaller',
  more: 'more exact',
  opening: (model: string, bytes: string): string => `Loading “${model}” in its original 32 bits, ${bytes}…`,
  arriving: (model: string, loaded: string, bytes: string): string =>
    `Loading “${model}”: ${loaded} of ${bytes}`,
  working: 'Making the model…',
  reading: (texts: string, all: string): string => `Reading: ${texts} of ${all} texts`,
  made: (making: string, starting: string, texts: string, whole: string): string =>
    `Made here in ${making}, started in ${starting}; with reading ${texts} texts ${whole}.`,
  refused: (message: string): string => `These settings do not go together: ${message}`,
  unopened: 'The laboratory stays as it was.',

  size: 'Download',
  sizeNote: (original: string): string => `the original in 32 bits: ${original}`,
  agreement: 'Same answer as the original',
  agreementNote: (same: string, texts: string, least: string, most: string): string =>
    `${same} of ${texts} texts; 95\u00a0% interval ${least} to ${most}`,
  accuracy: 'Right answers',
  accuracyNote: (texts: string, least: string, most: string, original: string): string =>
    `of the ${texts} texts whose answer our behaviour suite knows; 95\u00a0% interval ${least} to ${most}; the original: ${original}`,
  difference: 'Scores move by',
  differenceNote: 'on average, on a scale from −1 to +1',
  speed: 'Texts a second',
  speedWait: 'measured here, in turns with the original, when the slider rests',
  speedNote: (ratio: string, original: string, slowest: string, fastest: string): string =>
    `${ratio} times the original’s ${original}; rounds from ${slowest} to ${fastest}`,

  verdict: {
    // What it gains; then what it costs.
    gain: (bits: string, others: readonly string[], ratio: string, bytes: string): string =>
      `With ${[`${bits} bits for each number`, ...others].join(', ')}, the model is ${ratio} times smaller, ${bytes}, `,
    trainedGain: (bits: string, ratio: string, bytes: string): string =>
      `Trained for ${bits} bits, the model is ${ratio} times smaller, ${bytes}, `,
    same: (texts: string): string => `and gives the same answer to all ${texts} texts.`,
    holds: (changed: string, texts: string): string =>
      `and it holds: ${changed} of ${texts} answers changed.`,
    wears: (changed: string, texts: string): string =>
      `but it wears thin: ${changed} of ${texts} answers changed.`,
    breaks: (changed: string, texts: string): string =>
      `but it breaks: ${changed} of ${texts} answers changed.`,
  },

  weights: 'One row of its numbers',
  weightsNote: (count: string, tensor: string): string =>
    `${count} weights of “${tensor}”. Outlined: as trained, in 32 bits. Filled: the levels that they snap to.`,
  weightsGone: 'With neurons removed, the rows are others; this is the one of before.',
  weightsLabel: (count: string, levels: string): string =>
    `Histogram of ${count} weights, which snap to ${levels} levels`,
  formula: 'One of them, in numbers',
  off: (error: string): string => `off by ${error}`,

  noise: 'What rounding leaves of each tensor',
  noiseNote:
    'Signal to noise, in decibels: longer is better, and a bit is worth about 6. Weights that were set to zero before are not counted.',
  noiseBits: (bits: string): string => `${bits} bits`,
  decibels: (ratio: string): string => `${ratio} dB`,

  own: 'Your text',
  ownNote: (count: string): string => `The first ${count} characters of a long text are read.`,
  took: (time: string): string => `read in ${time}`,
  original: '32 bits',
  quantized: (bits: string): string => `${bits} bits`,

  changes: 'The answers that changed',
  noChanges: 'None of our texts has another answer.',
  andMore: (count: string): string => `and ${count} more`,

  model: 'Model',
  modelOption: (model: string, bytes: string): string => `${model} (${bytes})`,
  offer: (model: string, bytes: string): string => `Load “${model}”: ${bytes}`,
  offerNote: (model: string): string => `Until then this is “${model}”.`,
  kernelsNote: (kernels: string, bytes: string): string =>
    `Runs on ${kernels} kernels; the engine’s module has ${bytes} before compression, whatever the model.`,
  scalarPath: 'Zero points leave only scalar code for the weights.',
  trained: 'Trained for it',
  trainedHint: 'The model that ships: its training rounded at every step, so its numbers lie on the levels.',
  settings: 'More ways to shrink it',
  names: {
    prune: 'Weights set to zero',
    neurons: 'Neurons removed',
    scheme: 'Scheme',
    granularity: 'A scale for each',
    range: 'Range',
    rounding: 'Rounding',
    kernels: 'Kernels',
  },
  scheme: { symmetric: 'symmetric', asymmetric: 'asymmetric', 'power-of-two': 'power of two' },
  granularity: { channel: 'channel', tensor: 'tensor', global: 'whole model' },
  range: {
    auto: 'automatic',
    minmax: 'smallest to largest',
    percentile: 'percentile',
    mse: 'least square error',
  },
  rounding: { nearest: 'to the nearest', floor: 'down', 'signed-magnitude': 'towards zero' },
  fastest: 'the fastest here',
  share: (percent: string): string => `${percent} %`,
  named: {
    prune: (percent: string): string => `${percent} % zeros`,
    neurons: (percent: string): string => `${percent} % of neurons gone`,
  },

  history: 'What you have tried',
  historyNote:
    'The line joins the best: nothing tried here is smaller and as often right. Press one to go back to it.',
  historyLabel: (points: string): string => `Download against right answers: ${points}`,
  point: (name: string, bytes: string, share: string): string => `${name}: ${bytes}, ${share} right`,
  originalPoint: (model: string): string => `${model}, 32 bits`,
  sizeAxis: 'download, on a logarithmic scale',
  accuracyAxis: 'right answers',
};

/** What every table of these words has. */
export type LaboratoryWords = typeof en;
