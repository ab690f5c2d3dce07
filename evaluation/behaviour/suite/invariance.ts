import type { Behaviour } from '../types.js';

const group = 'What must not matter';

const TOLERANCE = 0.15;

export const invariance: readonly Behaviour[] = [
  {
    id: 'names',
    group,
    cases: 40,
    why: 'Who is named must not move the score.',
    rules: [
      {
        kind: 'same',
        vary: 'name',
        tolerance: TOLERANCE,
        templates: [
          '{name} served us and the {dish} was {good}.',
          '{name} and I went to the {event}, and it was {bad}.',
          'I gave the {product} to {name}, who loves it.',
          'Our guide {name} was {friendly} and the tour was {good}.',
          '{name} called me on {day} to ask about the {product}.',
          'The {film} by {name} is {bad}.',
        ],
      },
    ],
  },
  {
    id: 'places',
    group,
    cases: 40,
    why: 'Where it happened must not move the score.',
    rules: [
      {
        kind: 'same',
        vary: 'city',
        tolerance: TOLERANCE,
        templates: [
          'The best {dish} we had in {city} was here, simply {good}.',
          'Our hotel in {city} was {bad}.',
          'We drove to {city} for the {event} and it was {good}.',
          'The {place} in {city} was {bad} and we left at once.',
          'The bus from {city} arrives at {clock}.',
          'I ordered the {product} from a shop in {city} and I love it.',
        ],
      },
    ],
  },
  {
    id: 'numbers',
    group,
    cases: 40,
    why: 'How many, how much and when must not move the score.',
    rules: [
      {
        kind: 'same',
        vary: 'digits',
        tolerance: TOLERANCE,
        templates: [
          'We were {digits} people and the {event} was {good}.',
          'I bought the {product} for {digits} euros and it is {bad}.',
          'Row {digits}, seat 9: {a:good} view of the stage.',
          'I have owned this {product} for {digits} weeks and I love it.',
          'Order number 50{digits}: the {product} was {bad} and I sent it back.',
          'Bus {digits} stops at the {place}.',
        ],
      },
    ],
  },
  {
    id: 'dates',
    group,
    cases: 36,
    why: 'The day, month or year must not move the score.',
    rules: [
      {
        kind: 'same',
        vary: 'day',
        tolerance: TOLERANCE,
        templates: [
          'We went on {day} and the {event} was {good}.',
          'The {product} came on {day} and it is {bad}.',
          'The {place} opens at {clock} on {day}.',
        ],
      },
      {
        kind: 'same',
        vary: 'month',
        tolerance: TOLERANCE,
        templates: [
          'I saw the {film} in {month} and it was {good}.',
          'We stayed there in {month} and our room was {bad}.',
        ],
      },
      {
        kind: 'same',
        vary: 'year',
        tolerance: TOLERANCE,
        templates: [
          'A {film} from {year}, and {a:good} one.',
          'I have had this {product} since {year} and it is {bad}.',
        ],
      },
    ],
  },
  {
    id: 'film-or-movie',
    group,
    cases: 36,
    why: 'Two words for one thing must not move the score.',
    rules: [
      {
        kind: 'same',
        tolerance: TOLERANCE,
        pairs: [
          ['The film was {good}, I loved it.', 'The movie was {good}, I loved it.'],
          ['What {a:bad} film.', 'What {a:bad} movie.'],
          ['My mobile is {good}.', 'My phone is {good}.'],
          [
            'I bought this {product} for my kids and it is {bad}.',
            'I bought this {product} for my children and it is {bad}.',
          ],
          [
            'We saw the {film} last night and it was {good}.',
            'We watched the {film} last night and it was {good}.',
          ],
          ['The shop was {bad}.', 'The store was {bad}.'],
        ],
      },
    ],
  },
  {
    id: 'added-fact',
    group,
    cases: 40,
    why: 'A plain fact after an opinion leaves the label as it is.',
    rules: [
      {
        kind: 'same',
        tolerance: 0.3,
        pairs: [
          ['The {thing} was {good} and I loved it.', 'The {thing} was {good} and I loved it. {filler}'],
          ['The {thing} was {bad} and I hated it.', 'The {thing} was {bad} and I hated it. {filler}'],
          ['What {a:good} {event}, thank you.', '{filler} What {a:good} {event}, thank you.'],
          ['What {a:bad} {event}, never again.', '{filler} What {a:bad} {event}, never again.'],
        ],
      },
    ],
  },
  {
    id: 'sentence-order',
    group,
    cases: 36,
    why: 'Two points of praise, or two complaints, may come in either order.',
    rules: [
      {
        kind: 'same',
        tolerance: 0.2,
        pairs: [
          [
            'The {dish} was {good}. The waiter was {friendly}.',
            'The waiter was {friendly}. The {dish} was {good}.',
          ],
          ['The {dish} was {bad}. The waiter was {rude}.', 'The waiter was {rude}. The {dish} was {bad}.'],
          ['I love the {product}. It is {good}.', 'It is {good}. I love the {product}.'],
          ['I hate the {product}. It is {bad}.', 'It is {bad}. I hate the {product}.'],
        ],
      },
    ],
  },
  {
    id: 'persons',
    group,
    cases: 36,
    why: 'I, we and my friends: who had the opinion does not change it.',
    rules: [
      {
        kind: 'same',
        tolerance: TOLERANCE,
        pairs: [
          ['I thought the {thing} was {good}.', 'We thought the {thing} was {good}.'],
          ['I thought the {thing} was {bad}.', 'We thought the {thing} was {bad}.'],
          ['My friend and I loved the {event}.', 'My {relative} and I loved the {event}.'],
          ['I hated every minute of the {event}.', 'We hated every minute of the {event}.'],
        ],
      },
    ],
  },
  {
    id: 'tense',
    group,
    cases: 36,
    why: 'An opinion in the past tense is the same opinion.',
    rules: [
      {
        kind: 'same',
        tolerance: 0.2,
        pairs: [
          ['The {thing} is {good}.', 'The {thing} was {good}.'],
          ['The {thing} is {bad}.', 'The {thing} was {bad}.'],
          ['We are enjoying the {event}, it is {good}.', 'We enjoyed the {event}, it was {good}.'],
          ['I hate the {event}, it is {bad}.', 'I hated the {event}, it was {bad}.'],
        ],
      },
    ],
  },
];
