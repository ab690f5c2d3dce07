/** Changes of spelling that leave the meaning alone. Returning the text unchanged drops the case. */
export type Transform = (text: string) => string;

const MISSPELT: Readonly<Record<string, string>> = {
  because: 'becuase',
  definitely: 'definately',
  friends: 'freinds',
  people: 'poeple',
  received: 'recieved',
  restaurant: 'restuarant',
  their: 'thier',
  tomorrow: 'tommorow',
  until: 'untill',
  weekend: 'weekned',
  which: 'wich',
  yesterday: 'yesterady',
  the: 'teh',
  family: 'familly',
  evening: 'evning',
  children: 'childern',
  through: 'thru',
  bought: 'bougth',
};

const CONTRACTED: readonly (readonly [RegExp, string])[] = [
  [/\b(is|was|do|does|did|would|could|should|are|were|has|have) not\b/gi, "$1n't"],
  [/\bcan ?not\b/g, "can't"],
  [/\bwill not\b/g, "won't"],
  [/\b(I) am\b/g, "$1'm"],
  [/\b(it|that) is\b/gi, "$1's"],
  [/\b(I|we|they) have\b/gi, "$1've"],
  [/\b(I|we) will\b/gi, "$1'll"],
];

/** Treebank spacing: "It isn't good." -> "It is n't good ." */
function spaced(text: string): string {
  return text
    .replace(/n't\b/g, " n't")
    .replace(/'(s|m|ve|ll|re|d)\b/g, " '$1")
    .replace(/\s*([.,!?;:])(?=\s|$)/g, ' $1');
}

/** Stretches the first "so", "really" or "very". */
function elongated(text: string): string {
  return text
    .replace(/\bso (?=\p{L})/u, 'sooooo ')
    .replace(/\b(?:really|very)\b/u, (word) => (word === 'really' ? 'reeeally' : 'veeery'));
}

export const transforms: Readonly<Record<string, Transform>> = {
  'curly-apostrophe': (text) => text.replaceAll("'", '\u2019'),
  'modifier-apostrophe': (text) => text.replaceAll("'", '\u02bc'),
  'accent-apostrophe': (text) => text.replaceAll("'", '\u00b4'),
  'backtick-apostrophe': (text) => text.replaceAll("'", '`'),
  'no-apostrophe': (text) => text.replaceAll("'", ''),
  contract: (text) => CONTRACTED.reduce((result, [long, short]) => result.replace(long, short), text),
  misspell: (text) => text.replace(/\p{L}+/gu, (word) => MISSPELT[word] ?? word),
  upper: (text) => text.toUpperCase(),
  'lower-bare': (text) => text.toLowerCase().replace(/[.]$/, ''),
  spaced,
  elongated,
  'double-space': (text) => text.replaceAll(' ', '  '),
  'no-break-space': (text) => text.replaceAll(' ', '\u00a0'),
  tabs: (text) => text.replace(/ (?=\S+ \S+$)/, '\t'),
  'zero-width': (text) => text.replace(' ', ' \u200b'),
  'soft-hyphen': (text) => text.replace(/(\p{L}{4})(?=\p{L}{3})/u, '$1\u00ad'),
  'full-width': (text) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  'curly-quotes': (text) => text.replace(/"([^"]*)"/g, '\u201c$1\u201d'),
  'ellipsis-character': (text) => text.replaceAll('...', '\u2026'),
  'long-dash': (text) => text.replaceAll(' - ', ' \u2014 '),
  /** Without the selector that asks for the coloured picture. */
  'emoji-variation': (text) => text.replaceAll('\ufe0f', ''),
  'skin-tone': (text) => text.replace(/[\u{1f44d}\u{1f44e}\u{1f44f}\u{1f64c}\u{1f64f}]/gu, '$&\u{1f3fd}'),
};
