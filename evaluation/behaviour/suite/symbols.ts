import type { Behaviour, OrderRule } from '../types.js';
import { labelled } from './rules.js';

const group = 'Emoji, tags and links';

/** Everyday remarks without an opinion of their own. */
const remarks = [
  'On the bus to {city}',
  'Just had the {dish} at the corner shop',
  'Watching the {film} with my {relative}',
  'My {product} arrived',
  'Back from the {event}',
  '{day} morning at the {place}',
];

const opinions = [
  'The {thing} is {good} and I love it.',
  'The {thing} is {bad} and I hate it.',
  'We had {a:good} time at the {event}.',
  'We had {a:bad} time at the {event}.',
];

const suffixed = (suffix: string): string[] => remarks.map((remark) => `${remark} ${suffix}`);
/** With `good` a remark scores higher than without, with `bad` lower. */
const moved = (good: string, bad: string): OrderRule[] => [
  { kind: 'order', by: 0.05, pairs: remarks.map((remark) => [remark, `${remark} ${good}`]) },
  { kind: 'order', by: 0.05, pairs: remarks.map((remark) => [`${remark} ${bad}`, remark]) },
];
const extended = (suffix: string): [string, string][] => opinions.map((text) => [text, `${text} ${suffix}`]);
const opened = (prefix: string): [string, string][] => opinions.map((text) => [text, `${prefix} ${text}`]);

export const symbols: readonly Behaviour[] = [
  {
    id: 'emoji',
    group,
    cases: 44,
    why: 'In a remark without an opinion the emoji says it.',
    rules: labelled(suffixed('{goodEmoji}'), suffixed('{badEmoji}')),
  },
  {
    id: 'emoji-alone',
    group,
    cases: 16,
    why: 'A message may be nothing but an emoji.',
    rules: labelled(['{goodEmoji}', '{goodEmoji}{goodEmoji.2}'], ['{badEmoji}', '{badEmoji}{badEmoji.2}']),
  },
  {
    id: 'emoji-direction',
    group,
    cases: 40,
    why: 'A happy emoji raises the score of a plain remark, an angry one lowers it.',
    rules: moved('{goodEmoji}', '{badEmoji}'),
  },
  {
    id: 'emoji-agreeing',
    group,
    cases: 36,
    why: 'An emoji that agrees with the words leaves the label alone.',
    rules: labelled(
      [
        'The {thing} is {good} {goodEmoji}',
        '{goodEmoji} love this {thing}',
        'what {a:good} {event} {goodEmoji}{goodEmoji}',
      ],
      [
        'The {thing} is {bad} {badEmoji}',
        '{badEmoji} hate this {thing}',
        'what {a:bad} {event} {badEmoji}{badEmoji}',
      ],
    ),
  },
  {
    id: 'emoji-variants',
    group,
    cases: 36,
    why: 'Skin tones and presentation selectors do not change an opinion.',
    rules: [
      {
        kind: 'same',
        transform: 'skin-tone',
        tolerance: 0.1,
        templates: [
          'The {thing} is {good} 👍',
          'The {thing} is {bad} 👎',
          'Thank you all for {a:good} {event} 🙏',
          'What {a:good} {event} 👏',
        ],
      },
      {
        kind: 'same',
        transform: 'emoji-variation',
        tolerance: 0.1,
        templates: [
          'I love this {thing} ❤️',
          '{day} with my {relative} was {good} ☺️',
          '❤️ {a:good} {thing} ❤️',
        ],
      },
    ],
  },
  {
    id: 'emoticons',
    group,
    cases: 44,
    why: 'Typed faces count like emoji.',
    rules: labelled(suffixed('{goodEmoticon}'), suffixed('{badEmoticon}')),
  },
  {
    id: 'emoticon-direction',
    group,
    cases: 40,
    why: 'A smile raises the score of a plain remark, a frown lowers it.',
    rules: moved('{goodEmoticon}', '{badEmoticon}'),
  },
  {
    id: 'speaking-hashtags',
    group,
    cases: 40,
    why: 'A hashtag may hold the whole opinion.',
    rules: moved('{goodTag}', '{badTag}'),
  },
  {
    id: 'plain-hashtags',
    group,
    cases: 36,
    why: 'A hashtag with a topic says nothing about the opinion.',
    rules: [
      { kind: 'same', tolerance: 0.2, pairs: extended('{plainTag}') },
      { kind: 'same', tolerance: 0.2, pairs: extended('{plainTag} {plainTag.2}') },
    ],
  },
  {
    id: 'handles',
    group,
    cases: 40,
    why: 'Whom a message is addressed to must not matter.',
    rules: [
      { kind: 'same', tolerance: 0.2, pairs: opened('{handle}') },
      {
        kind: 'same',
        tolerance: 0.05,
        vary: 'handle',
        templates: opinions.map((text) => `{handle} ${text}`),
      },
    ],
  },
  {
    id: 'links',
    group,
    cases: 40,
    why: 'A link at the end must not matter, nor must the words in it.',
    rules: [
      { kind: 'same', tolerance: 0.2, pairs: extended('{url}') },
      { kind: 'same', tolerance: 0.05, vary: 'url', templates: opinions.map((text) => `${text} {url}`) },
    ],
  },
];
