/** What the laboratory says, in English. */
export const en = {
  title: 'What does a smaller model cost?',
  intro:
    'A model is a long list of numbers. Give each fewer bits, and it downloads faster, but every number is rounded to one of a few levels. Drag, and see what that costs.',
  bits: 'Bits for each number',
  fewer: 'smaller',
  more: 'more exact',
  opening: (bytes: string): string => `Loading the 32-bit original, ${bytes}…`,
  working: (bits: number): string => `Making the ${bits}-bit model…`,
  made: (time: string, texts: string, whole: string): string =>
    `Made here in ${time}; with reading ${texts} texts ${whole}.`,
  refused: (message: string): string => `These settings do not go together: ${message}`,
  unopened: 'The laboratory stays empty; the comparison below works without it.',
  size: 'Download',
  sizeNote: (ratio: string, original: string): string =>
    `${ratio} times smaller than the ${original} original`,
  agreement: 'Same answer as the original',
  agreementNote: (same: string, texts: string, least: string, most: string): string =>
    `${same} of ${texts} texts; 95 % interval ${least} to ${most}`,
  difference: 'Mean difference of scores',
  differenceNote: 'on a scale from −1 to +1',
  verdict: {
    holds: (bits: number, changed: string, texts: string): string =>
      `With ${bits} bits it holds: ${changed} of ${texts} answers changed.`,
    wears: (bits: number, changed: string, texts: string): string =>
      `With ${bits} bits it wears thin: ${changed} of ${texts} answers changed.`,
    breaks: (bits: number, changed: string, texts: string): string =>
      `With ${bits} bits it breaks: ${changed} of ${texts} answers changed.`,
  },
  weights: 'One row of its numbers',
  weightsNote: (count: string, tensor: string): string =>
    `${count} weights of “${tensor}”. Outlined: as trained, in 32 bits. Filled: the levels that they snap to.`,
  weightsLabel: (count: string, levels: string): string =>
    `Histogram of ${count} weights, which snap to ${levels} levels`,
  formula: 'One of them, in numbers',
  off: (error: string): string => `off by ${error}`,
  changes: 'The answers that changed',
  noChanges: 'None of our texts has another answer.',
  own: 'Your text',
  original: '32 bits',
  quantized: (bits: number): string => `${bits} bits`,
  andMore: (count: string): string => `and ${count} more`,
  settings: 'How it is rounded',
  names: {
    scheme: 'Scheme',
    granularity: 'A scale for each',
    range: 'Range',
    rounding: 'Rounding',
    prune: 'Weights set to zero',
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
  prune: (percent: string): string => (percent === '0' ? 'none' : `${percent} % of each tensor`),
  history: 'What you have tried',
  historyLabel: (points: string): string => `Size against agreement: ${points}`,
  point: (name: string, bytes: string, share: string): string => `${name}: ${bytes}, ${share} the same`,
  trained: 'Trained for it',
  trainedNote: (share: string, bytes: string): string =>
    `The model that ships was trained with the rounding switched on: ${share} the same answers at ${bytes}.`,
  sizeAxis: 'download',
  agreementAxis: 'same answers',
};

/** What every table of these words has. */
export type LaboratoryWords = typeof en;
