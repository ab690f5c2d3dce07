import type { Behaviour } from '../types.js';

const group = 'Spelling';

/** A tenth of the range [-1, 1]. */
const TOLERANCE = 0.2;

/** Clear opinions with contractions to rewrite. */
const contracted = [
  "I didn't enjoy the {event}, it was {bad}.",
  "It's {a:good} {thing} and I'd buy it again.",
  "The {thing} wasn't {goodMild}, don't waste your money.",
  "I can't stand this {thing}, it's {bad}.",
  "You won't find {a:good} {product} like this for less, it's worth it.",
  "The {staff} couldn't have been more helpful, and that's {good}.",
];

const plain = [
  'The {thing} was {good}, we had such a nice time.',
  'The {thing} was {bad}, we want our money back.',
  'I really love this {product}, it is {good}.',
  'I really hate this {product}, it is {bad}.',
  'What {a:good} {event}, thank you so much.',
  'What {a:bad} {event}, never again.',
];

export const spelling: readonly Behaviour[] = [
  {
    id: 'elongation',
    group,
    cases: 40,
    why: 'Stretched words keep their meaning: "sooooo good".',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'this {thing} is {goodLong}',
          'I loooove this {thing}',
          'The {event} was {goodLong}!',
          'yesssss, this {thing} is {good}',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'this {thing} is {badLong}',
          'I haaaate this {thing}',
          'The {event} was {badLong}!',
          'nooooo, this {thing} is {bad}',
        ],
      },
    ],
  },
  {
    id: 'elongation-same',
    group,
    cases: 36,
    why: 'Stretching the "so" or "very" before an opinion does not change the opinion.',
    rules: [
      {
        kind: 'same',
        transform: 'elongated',
        tolerance: TOLERANCE,
        templates: [
          'The {thing} was so {good}, we loved it.',
          'The {thing} was so {bad}, we hated it.',
          'I am very happy with this {product}.',
          'I am very unhappy with this {product}.',
          'I really love this {thing}.',
          'I really hate this {thing}.',
        ],
      },
    ],
  },
  {
    id: 'capitals',
    group,
    cases: 36,
    why: 'WRITING IN CAPITALS does not change what is said.',
    rules: [{ kind: 'same', transform: 'upper', tolerance: 0.25, templates: plain }],
  },
  {
    id: 'lower-case',
    group,
    cases: 36,
    why: 'Phones and hurry leave out capitals and the last full stop.',
    rules: [{ kind: 'same', transform: 'lower-bare', tolerance: TOLERANCE, templates: plain }],
  },
  {
    id: 'misspelt-neutral-words',
    group,
    cases: 36,
    why: 'A slip in a word that carries no opinion must not matter.',
    rules: [
      {
        kind: 'same',
        transform: 'misspell',
        tolerance: 0.25,
        templates: [
          'We went to the {event} with friends yesterday and it was {good}.',
          'We went to the {event} with friends yesterday and it was {bad}.',
          'I bought this {product} because my {relative} has one, and I love it.',
          'I bought this {product} because my {relative} has one, and I hate it.',
          'Many people in the restaurant said that their {dish} was {good}.',
          'Many people in the restaurant said that their {dish} was {bad}.',
          'The whole family had {a:good} evening at the {event}.',
          'The whole family had {a:bad} evening at the {event}.',
        ],
      },
    ],
  },
  {
    id: 'misspelt-opinions',
    group,
    cases: 40,
    why: 'The opinion itself is often misspelt, and still plain to a reader.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'The {thing} is {goodTypo}.',
          'what {a:goodTypo} {thing}',
          'We had {a:goodTypo} time at the {event}.',
          'I realy love this {thing}, its {goodTypo}',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} is {badTypo}.',
          'what {a:badTypo} {thing}',
          'We had {a:badTypo} time at the {event}.',
          'I realy hate this {thing}, its {badTypo}',
        ],
      },
    ],
  },
  {
    id: 'contractions',
    group,
    cases: 36,
    why: '"It is not" and "it isn\'t" say the same.',
    rules: [
      {
        kind: 'same',
        transform: 'contract',
        tolerance: TOLERANCE,
        templates: [
          'It is {a:good} {thing} and I will buy it again.',
          'The {thing} is not {goodMild} and I do not want it.',
          'I did not like the {event}, it is not worth the money.',
          'I am {happy} with this {product}, it is {good}.',
          'I will not come back, the {thing} was {bad}.',
          'We have been here twice, and it is {a:good} {place}.',
        ],
      },
    ],
  },
  {
    id: 'apostrophe-forms',
    group,
    cases: 48,
    why: 'Straight, curly and stand-in apostrophes are one and the same mark.',
    rules: [
      { kind: 'same', transform: 'curly-apostrophe', tolerance: 0.05, templates: contracted },
      { kind: 'same', transform: 'modifier-apostrophe', tolerance: 0.05, templates: contracted },
      { kind: 'same', transform: 'accent-apostrophe', tolerance: 0.05, templates: contracted },
      { kind: 'same', transform: 'backtick-apostrophe', tolerance: 0.05, templates: contracted },
    ],
  },
  {
    id: 'missing-apostrophes',
    group,
    cases: 36,
    why: 'People write "isnt" and "dont".',
    rules: [
      {
        kind: 'same',
        transform: 'no-apostrophe',
        tolerance: TOLERANCE,
        templates: [
          "I didn't enjoy the {event}, it was {bad}.",
          "It's {a:good} {thing}, I love it.",
          "The {thing} wasn't {goodMild}, I don't recommend it.",
          "The {product} doesn't work and I don't want another one.",
          "I wouldn't buy this {product} again, it isn't {goodMild}.",
          "You couldn't ask for {a:good} {thing} at this price, don't miss it.",
        ],
      },
    ],
  },
  {
    id: 'british-american',
    group,
    cases: 36,
    why: 'British and American spelling are worth the same.',
    rules: [
      {
        kind: 'same',
        tolerance: TOLERANCE,
        pairs: [
          ['My favourite {thing}, and {a:good} colour too.', 'My favorite {thing}, and {a:good} color too.'],
          ['The flavour of the {dish} was {bad}.', 'The flavor of the {dish} was {bad}.'],
          ['The {film} has {a:good} sense of humour.', 'The {film} has {a:good} sense of humor.'],
          ['A badly organised {event}, we hated it.', 'A badly organized {event}, we hated it.'],
          [
            'The theatre was {good} and our neighbours loved it.',
            'The theater was {good} and our neighbors loved it.',
          ],
          ['The grey {product} looks {bad}.', 'The gray {product} looks {bad}.'],
        ],
      },
    ],
  },
  {
    id: 'treebank-spacing',
    group,
    cases: 36,
    why: 'Text with spaces before marks and split contractions is read like ordinary text.',
    rules: [{ kind: 'same', transform: 'spaced', tolerance: TOLERANCE, templates: contracted }],
  },
  {
    id: 'white-space',
    group,
    cases: 40,
    why: 'Double, non-breaking and zero-width spaces, tabs and soft hyphens are layout.',
    rules: ['double-space', 'no-break-space', 'tabs', 'zero-width', 'soft-hyphen'].map((transform) => ({
      kind: 'same' as const,
      transform,
      tolerance: 0.05,
      templates: plain,
    })),
  },
  {
    id: 'typography',
    group,
    cases: 36,
    why: 'Curly quotes, long dashes, real ellipses and full-width letters are the same characters to a reader.',
    rules: [
      {
        kind: 'same',
        transform: 'curly-quotes',
        tolerance: 0.1,
        templates: [
          'The {staff} said "no problem" and was {friendly}, {a:good} experience.',
          'They call it "fresh", but the {dish} was {bad}.',
        ],
      },
      {
        kind: 'same',
        transform: 'ellipsis-character',
        tolerance: 0.1,
        templates: ['Well... the {thing} is {bad}.', 'Wow... what {a:good} {thing}.'],
      },
      {
        kind: 'same',
        transform: 'long-dash',
        tolerance: 0.15,
        templates: [
          'This {thing} - the second one I own - is {good}.',
          'This {thing} - the second one I own - is {bad}.',
        ],
      },
      { kind: 'same', transform: 'full-width', tolerance: 0.1, templates: plain },
    ],
  },
];
