/** What the room Read says, in English. */
export const en = {
  title: 'How does it sound?',
  field: 'Text to read, in English',
  placeholder: 'Write or paste something in English',
  firstText: 'The battery is terrible. I still love this little phone.',

  loading: 'Loading the model…',
  arrived: (loaded: string, total: string | undefined): string =>
    total ? `${loaded} of ${total} have arrived` : `${loaded} have arrived`,
  reading: (share: string): string => `${share} read. You can go on writing.`,
  noModel: 'No model',
  quick: 'First impression of the small model; the larger one is still on its way.',
  kept: 'Nothing you wrote is lost: it stays in the field.',
  nanoGoesOn: 'The smaller model “nano” goes on reading your text; it errs a little more.',

  howSure: 'How sure?',
  classes: 'How likely each reading is',
  spoken: (verdict: string, score: string, sure: string): string => `${verdict}, ${score}, ${sure} sure.`,
  otherLanguage: (share: string): string =>
    `The model has learned English and knows only ${share} of this text, so the verdict says little.`,

  pointAtWord: 'Tap a word to see what it adds.',
  wordAdds: (word: string, share: string, isPart: boolean): string =>
    `“${word}” adds ${share}${isPart ? ' to its sentence' : ''}.`,
  wordTakes: (word: string, share: string, isPart: boolean): string =>
    `“${word}” takes ${share} away${isPart ? ' from its sentence' : ''}.`,
  wordSilent: (word: string): string => `“${word}” adds nothing.`,
  /** Goes on from the sentence before it. */
  without: (score: string): string => ` Without it the text scores ${score}.`,
  strongest: 'The words that weigh most',

  examples: 'Examples',
  more: 'More',
  exampleNames: {
    praise: 'Praise',
    complaint: 'Complaint',
    negation: 'Negation',
    contrast: 'Contrast',
    letter: 'Hotel letter',
    fact: 'Plain fact',
    hidden: 'Hidden negation',
    emoji: 'Emoji',
    lengthened: 'Sooooo',
    idiom: 'Idiom (a known limit)',
    sarcasm: 'Sarcasm (a known limit)',
  },

  sentences: (count: string): string => `${count} sentences`,
  adds: (addition: string): string => `adds ${addition}`,
  scoresNote: 'How each sounds on its own: up is positive, down is negative.',
  more100: (shown: string, rest: string): string =>
    `The list shows ${shown}; the strip shows the other ${rest} too.`,

  tradeoffTitle: 'Why it fits into a page',
  thisModel: 'This model',
  original: 'Its 32-bit original',
  agreement: (share: string, texts: string): string => `The same answer on ${share} of ${texts} texts`,
  toShrink: 'Try what shrinking costs',

  share: 'Copy a link to this text',
  shared: 'Copied. The text stands behind the #, which no server ever sees.',
  shareInAddress: 'The link is in the address bar now; this browser does not let the page copy it.',
  tooLongToShare: 'Too long for a link.',
  facts: (time: string, model: string, kernels: string): string =>
    `Read in ${time} by “${model}”, ${kernels}, on this device.`,
};

/** What every table of these words has. */
export type ReadWords = typeof en;
