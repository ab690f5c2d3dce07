/** The names of both columns, as sentences call them. */
export interface Names {
  left: string;
  right: string;
}

/** What the room Shrink says, in English. */
export const en = {
  title: 'Two models side by side',
  intro:
    'Any two of our models, precisions and kernels on the same text: size, speed on your device, and how often they agree.',
  text: 'The text that both columns read',
  cut: (count: string): string => `Both columns read the first ${count} characters of this long text.`,
  start: (bytes: string): string => `Compare: load the 32-bit model (${bytes})`,

  sides: { left: 'left', right: 'right' },
  column: (side: string): string => `${side} column`,
  model: (side: string): string => `Model, ${side}`,
  precision: (side: string): string => `Precision, ${side}`,
  kernelsOf: (side: string): string => `Kernels, ${side}`,
  precisions: { int8: '8-bit (int8)', float: '32-bit (float)' },
  bits: { int8: '8-bit', float: '32-bit' },
  fastest: 'fastest kernels',
  loading: (name: string, bytes: string): string => `Loading ${name}, ${bytes}…`,
  arriving: (name: string, loaded: string, total: string): string => `Loading ${name}: ${loaded} of ${total}`,
  running: (kernels: string): string => `Running on ${kernels} kernels.`,
  nothingLoaded: 'Nothing loaded.',
  keeps: (wanted: string, kept: string): string => `${wanted} could not be loaded; the column keeps ${kept}.`,
  staysEmpty: (wanted: string): string => `${wanted} could not be loaded; the column stays empty.`,

  theBuild: { int8: 'the 8-bit build', float: 'the 32-bit build' },
  kernelsBuild: (kernels: string): string => `the ${kernels} build`,
  theModel: (model: string): string => `“${model}”`,
  theColumn: { left: 'the left column', right: 'the right column' },
  sentence: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),

  same: 'Both columns hold the same thing. Choose another model, precision or kernels on one side.',
  smaller: (ratio: string): string => `${ratio} times smaller`,
  larger: (ratio: string): string => `${ratio} times larger`,
  faster: (ratio: string): string => `${ratio} times faster`,
  slower: (ratio: string): string => `${ratio} times slower`,
  gain: ({ left, right }: Names, parts: readonly string[]): string =>
    `${left} is ${parts.join(' and ')} than ${right}.`,
  noGain: ({ left, right }: Names): string => `${left} and ${right} weigh the same.`,
  noGainMeasured: ({ left, right }: Names): string =>
    `${left} and ${right} weigh the same and are equally fast.`,
  sameAnswers: (share: string, texts: string): string =>
    `Both give the same answer to ${share} of ${texts} test texts.`,
  howFast: 'How much faster? Measure the speed below.',

  answer: 'The answer',
  answerHint: 'Both columns read the text above.',
  writeAbove: 'Write something above: both columns read it.',
  intensity: (side: string): string => `Intensity, ${side} column`,
  bothSay: (label: string): string => `Both say ${label}.`,
  disagree: ({ left, right }: Names, labels: Record<'left' | 'right', string>): string =>
    `They disagree: ${left} says ${labels.left}, ${right} says ${labels.right}.`,
  nothingDiffers: 'Both columns run the same thing, so nothing can differ.',
  apart: (difference: string, share: string): string =>
    `Their intensities lie ${difference} apart, ${share} of the whole scale.`,
  notCompared: (message: string): string => `This text could not be compared: ${message}`,

  blob: 'The model’s file',
  blobHint: 'What a visitor has to download to use it, before the host compresses it.',
  sameFile: 'The same file on both sides.',
  noDifference: 'No difference worth naming.',
  isSmaller: (less: string, ratio: string, more: string): string =>
    `${less} is ${ratio} times smaller than ${more}.`,
  fewerBits: 'That is more than 32 to 8 bits would give: the file keeps most numbers with fewer than 8.',
  sentRaw: 'sent without compression',
  sentAs: (bytes: string): string => `${bytes} as sent, compressed`,
  notTold: 'not told',
  notToldNote: 'This browser does not say how large the file was.',
  module: 'The engine’s file',
  moduleHint: 'The program that computes with those numbers (WebAssembly). It is the same for every model.',
  load: 'Ready after',
  loadHint: 'Unpacking, checking and starting, once the files are there, on your device.',
  loadNotTold: 'This browser does not tell the download’s time apart.',

  latency: 'Time for one reading',
  latencyHint: 'Type above: every key press adds a reading to each column’s times.',
  noReadings: 'no readings yet',
  oneReading: 'one reading',
  medianOf: (count: string): string => `median of ${count} readings`,
  sameTime: 'Both take about the same time.',
  answersFaster: (quick: string, ratio: string, slow: string): string =>
    `${quick} answers ${ratio} times faster than ${slow}.`,
  barsMean:
    'Each bar counts readings of that duration, left column upwards, right column downwards; an eye blinks in about 100 ms.',
  histogram: (left: string, right: string): string =>
    `Histogram of reading times. Left: ${left}. Right: ${right}.`,
  medianInWords: (median: string, count: string): string => `median ${median} of ${count} readings`,

  speed: 'Texts per second',
  speedHint: (texts: string): string =>
    `Reads the page’s ${texts} test texts over and over for about five seconds, the two columns in turns.`,
  measure: 'Measure the speed',
  warmingUp: 'Warming up…',
  measuring: (share: string): string => `Measuring… ${share} done`,
  measured: (rounds: string): string => `Done: the median of ${rounds} rounds per column, after a warm-up.`,
  stopped: (message: string): string => `The measurement stopped: ${message}`,
  rounds: (slowest: string, fastest: string, cold: string): string =>
    `rounds from ${slowest} to ${fastest}; first round, still cold: ${cold}`,
  sameSpeed: 'Both are equally fast.',
  readsMore: (quick: string, ratio: string, slow: string): string =>
    `${quick} reads ${ratio} times as many texts as ${slow} in the same time.`,
  battery: 'Faster also means less battery for the same work.',

  agreement: 'Agreement',
  agreementHint: (texts: string): string =>
    `Both columns read the page’s ${texts} test texts; how often do they say the same?`,
  sameLabel: (share: string): string => `${share} the same label`,
  sameLabelOf: (same: string, texts: string, suite: string): string =>
    `${same} of ${texts} texts, taken evenly from the ${suite} of our behaviour suite`,
  agreeOnAll: 'Both columns run the same thing, so they agree on everything.',
  furthest: (
    mean: string,
    largest: string,
    text: string,
    { left, right }: Names,
    scores: Record<'left' | 'right', string>,
  ): string =>
    `On average the intensities lie ${mean} apart. Furthest, ${largest}, on “${text}”: ${left} says ${scores.left}, ${right} ${scores.right}.`,
  comparisonStopped: (message: string): string => `The comparison stopped: ${message}`,
};

/** What every table of these words has. */
export type ShrinkWords = typeof en;
