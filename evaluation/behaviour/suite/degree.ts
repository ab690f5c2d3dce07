import type { Behaviour } from '../types.js';

const group = 'Degree and comparison';

/** Scores may saturate: a stronger word must at least not move the score the wrong way. */
const NOT_WRONG_WAY = -0.03;

export const degree: readonly Behaviour[] = [
  {
    id: 'intensified-praise',
    group,
    cases: 36,
    why: '"Very" makes praise stronger, not weaker.',
    rules: [
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['The {pastime} is {fine}.', 'The {pastime} is {very} {fine}.'],
          ['The {staff} was {friendly}.', 'The {staff} was {very} {friendly}.'],
          ['I liked the {thing}.', 'I liked the {thing} a lot.'],
          ['I enjoyed the {event}.', 'I enjoyed the {event} very much.'],
          ['It is {a:fine} {pastime}.', 'It is {a:very} {fine} {pastime}.'],
        ],
      },
    ],
  },
  {
    id: 'intensified-complaint',
    group,
    cases: 36,
    why: '"Very" makes a complaint stronger too.',
    rules: [
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['The {pastime} is {very} {weak}.', 'The {pastime} is {weak}.'],
          ['The {staff} was {very} {rude}.', 'The {staff} was {rude}.'],
          ['I disliked the {thing} a lot.', 'I disliked the {thing}.'],
          ['The {event} bored me to no end.', 'The {event} bored me a little.'],
          ['It is {a:very} {weak} {pastime}.', 'It is {a:weak} {pastime}.'],
        ],
      },
    ],
  },
  {
    id: 'reduced-praise',
    group,
    cases: 36,
    why: '"Fairly" and "quite" weaken praise compared with "extremely".',
    rules: [
      {
        kind: 'order',
        by: 0,
        pairs: [
          ['The {pastime} is somewhat {fine}.', 'The {pastime} is extremely {fine}.'],
          ['The {thing} is okay.', 'The {thing} is {good}.'],
          ['I liked some of the {film}.', 'I loved all of the {film}.'],
          ['The {staff} was fairly {friendly}.', 'The {staff} was extremely {friendly}.'],
          ['The {event} was all right.', 'The {event} was {good}.'],
        ],
      },
    ],
  },
  {
    id: 'reduced-complaint',
    group,
    cases: 36,
    why: '"A bit" and "slightly" weaken a complaint.',
    rules: [
      {
        kind: 'order',
        by: 0,
        pairs: [
          ['The {pastime} is extremely {weak}.', 'The {pastime} is {slightly} {weak}.'],
          ['The {staff} was incredibly {rude}.', 'The {staff} was {slightly} {rude}.'],
          ['I was hugely disappointed by the {event}.', 'I was {slightly} disappointed by the {event}.'],
          ['The {app} is always slow.', 'The {app} is {slightly} slow now and then.'],
        ],
      },
    ],
  },
  {
    id: 'ladder',
    group,
    cases: 40,
    why: 'Stronger words give stronger scores: awful, poor, okay, good, superb.',
    rules: [
      {
        kind: 'order',
        by: 0.1,
        pairs: [
          ['The {thing} is okay.', 'The {thing} is {good}.'],
          ['The {thing} is {bad}.', 'The {thing} is okay.'],
          ['The {event} was average.', 'The {event} was {good}.'],
          ['The {event} was {bad}.', 'The {event} was average.'],
        ],
      },
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['The {thing} is nice.', 'The {thing} is superb.'],
          ['I like this {thing}.', 'I love this {thing}.'],
          ['I hate this {thing}.', 'I dislike this {thing}.'],
          ['This {thing} is abysmal.', 'This {thing} is mediocre.'],
        ],
      },
    ],
  },
  {
    id: 'comparatives',
    group,
    cases: 48,
    why: 'Better and worse depend on who is compared with whom.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'This {thing} is much better than the last one.',
          'The new {app} is faster and easier to use than the old one.',
          'I prefer this {thing} to every other one I have tried.',
          'No other {product} comes close to this one.',
          'The second {film} is even better than the first, which I loved.',
          'This {product} beats my old one in every way.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'This {thing} is much worse than the last one.',
          'The new {app} is slower and harder to use than the old one.',
          'I would take any other {thing} over this one.',
          'I have had far better {dish} at a petrol station.',
          'The old {app} was so much better than this one.',
          'My old {product} beats this one in every way.',
        ],
      },
    ],
  },
  {
    id: 'superlatives',
    group,
    cases: 40,
    why: 'Best and worst are the strongest words there are.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'This is the best {thing} I have come across in years.',
          'One of the finest {product}s on the market.',
          'By far the funniest {film} of the year.',
          'The nicest {staff} I have ever met.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'This is the worst {thing} I have come across in years.',
          'One of the worst {product}s on the market.',
          'By far the most boring {film} of the year.',
          'The rudest {staff} I have ever met.',
        ],
      },
    ],
  },
  {
    id: 'beyond-compare',
    group,
    cases: 40,
    why: '"Could not be better" is a superlative in the shape of a negation.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'The {thing} could not be better.',
          'It does not get any better than this {thing}.',
          'I have never had a better {dish}.',
          'Nothing beats this {thing}.',
          'You will not find a better {product} anywhere.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} could not be worse.',
          'It does not get any worse than this {thing}.',
          'I have never had a worse {dish}.',
          'I have never seen anything as bad as this {film}.',
          'You will not find a worse {product} anywhere.',
        ],
      },
    ],
  },
  {
    id: 'too-much-too-little',
    group,
    cases: 40,
    why: 'Too much or not enough of a thing is a complaint even with a neutral adjective.',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {savoury} was far too salty.',
          'The {product} is too expensive for what you get.',
          'The {app} is too slow to be of any use.',
          'There was way too much noise at the {event}.',
          'The {film} is at least an hour too long.',
          'The chicken was still raw in the middle, so I sent the plate back.',
          'The {gadget} is not loud enough, so I have to return it.',
          'The {event} was so crowded that we could not see anything.',
        ],
      },
    ],
  },
  {
    id: 'exclamation-marks',
    group,
    cases: 40,
    why: 'Exclamation marks make an opinion louder, never the opposite.',
    rules: [
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['The {thing} is {good}.', 'The {thing} is {good}!!!'],
          ['I love this {thing}.', 'I love this {thing}!'],
          ['We enjoyed the {event}.', 'We enjoyed the {event}!'],
        ],
      },
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['The {thing} is {bad}!!!', 'The {thing} is {bad}.'],
          ['I hate this {thing}!', 'I hate this {thing}.'],
          ['Never buy this {product}!!', 'Never buy this {product}.'],
        ],
      },
    ],
  },
  {
    id: 'repetition',
    group,
    cases: 36,
    why: 'Saying it twice does not weaken it.',
    rules: [
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['A truly {fine} {pastime}.', 'A truly, truly {fine} {pastime}.'],
          ['The {pastime} is very {fine}.', 'The {pastime} is very, very {fine}.'],
          ['I love it. This {thing} is {good}.', 'I love it, love it, love it. This {thing} is {good}.'],
        ],
      },
      {
        kind: 'order',
        by: NOT_WRONG_WAY,
        pairs: [
          ['A truly, truly {weak} {pastime}.', 'A truly {weak} {pastime}.'],
          ['The {pastime} is very, very {weak}.', 'The {pastime} is very {weak}.'],
          ['I hate it, hate it, hate it. This {thing} is {bad}.', 'I hate it. This {thing} is {bad}.'],
        ],
      },
    ],
  },
];
