import type { Behaviour } from '../types.js';

const group = 'Contrast and change';

export const contrast: readonly Behaviour[] = [
  {
    id: 'but',
    group,
    cases: 44,
    why: 'After "but" comes what the writer means in the end.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'The trailer was {bad}, but the {film} itself is {good}.',
          'It starts slowly, but the {film} turns out to be {good}.',
          'The box arrived dented, but the {product} is {good} and I love it.',
          'The queue was long, but the {event} was {good} and worth the wait.',
          "I don't usually like this kind of {thing}, but this one is {good}.",
          'The hotel looks old from outside, but our room was {good} and the staff were {friendly}.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The packaging is pretty, but the {product} is {bad} and broke within a week.',
          'The trailer looked fun, but the {film} is {bad}.',
          'I wanted to like the {thing}, but it is {bad}.',
          'The {place} sounded nice on paper, but our visit was {bad}.',
          'Nice idea, but the {app} is {bad}.',
          'My {relative} said I would love the {thing}, but it was {bad}.',
        ],
      },
    ],
  },
  {
    id: 'although',
    group,
    cases: 40,
    why: 'The clause with "although" or "though" gives way to the main clause.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'Although it took a while to arrive, the {product} is {good}.',
          'Although the plot is simple, the {film} is {good}.',
          'Even though it rained all day, the {event} was {good}.',
          'The {event} was {good}, even though we had to stand.',
          'Though I had my doubts at first, the {thing} is {good}.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'Although it looks nice in the pictures, the {product} is {bad}.',
          'Although the cast is famous, the {film} is {bad}.',
          'Even though we paid extra, the {event} was {bad}.',
          'The {thing} is {bad}, even though everybody praises it.',
          'Though I really wanted to like it, the {thing} is {bad}.',
        ],
      },
    ],
  },
  {
    id: 'despite',
    group,
    cases: 40,
    why: '"Despite" and "in spite of" name what did not decide.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'Despite the long queue, the {event} was {good}.',
          'Despite a tiny budget, the {film} is {good}.',
          'In spite of the bad reviews, the {thing} is {good}.',
          'Despite the ugly colour, this {product} is {good} and I use it every day.',
          'We had {a:good} time at the {event} in spite of the rain.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'Despite a big budget and famous names, the {film} is {bad}.',
          'Despite the good reviews, the {thing} is {bad}.',
          'In spite of all the praise, the {thing} is {bad}.',
          'Despite the high price, this {product} is {bad} and fell apart.',
          'We had {a:bad} time at the {event} in spite of the sunshine.',
        ],
      },
    ],
  },
  {
    id: 'however',
    group,
    cases: 36,
    why: 'Contrast across sentences: however, still, in the end.',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The menu looks promising. However, the {dish} was {bad}.',
          'The brochure shows lovely pictures. In reality the {event} was {bad}.',
          'It has all the features one could wish for. Unfortunately, the {app} is {bad} to use.',
          'The first ten minutes are fun. Sadly, the rest of the {film} is {bad}.',
        ],
      },
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'The menu looks dull. However, the {dish} was {good}.',
          'I had read some bad reviews. In reality the {event} was {good}.',
          'The manual is confusing. Still, the {product} is {good} and I love using it.',
          'The first ten minutes drag. Luckily, the rest of the {film} is {good}.',
        ],
      },
    ],
  },
  {
    id: 'used-to',
    group,
    cases: 44,
    why: 'What a person used to think is over.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'I used to hate this {thing}, but now I love it.',
          'This {app} used to be {bad}, now it is {good}.',
          'At first I thought the {product} was {bad}, now I cannot live without it.',
          'In the past I hated going to the {place}, today I look forward to it.',
          'The old {app} was {bad}. The new one is {good}.',
          'My first impression was {bad}, but now I am a big fan of this {thing}.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'I used to love this {thing}, but now I hate it.',
          'This {app} used to be {good}, now it is {bad}.',
          'At first I thought the {product} was {good}, now I regret buying it.',
          'In the past I loved going to the {place}, today I dread it.',
          'The old {app} was {good}. The new one is {bad}.',
          'My first impression was {good}, but now I am sick of this {thing}.',
        ],
      },
    ],
  },
  {
    id: 'expectations',
    group,
    cases: 44,
    why: 'Hopes and fears are not the verdict, the outcome is.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'The {thing} was so much better than I expected.',
          'I expected {a:bad} {film} and got {a:good} one.',
          'The {thing} lived up to every expectation.',
          'I had low hopes for the {event}, and it blew me away.',
          'The {thing} exceeded my expectations.',
          'I was ready to hate the {film} and ended up loving it.',
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} did not live up to the hype.',
          'I expected {a:good} {film} and got {a:bad} one.',
          'The {thing} is not nearly as good as the reviews promised.',
          'I had high hopes for the {event}, and it let me down.',
          'The {thing} fell short of my expectations.',
          'I was ready to love the {film} and ended up hating it.',
        ],
      },
    ],
  },
  {
    id: 'reported-opinions',
    group,
    cases: 48,
    why: "The writer's own view counts, not the one that is reported.",
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'My {relative} hated it, I loved it.',
          'My {relative} {hated} the {film}, but I {loved} it.',
          'Critics called the {film} {bad}. I think they are wrong, it is {good}.',
          'Everyone told me to avoid the {place}, and I had {a:good} time there.',
          '{name} says the {thing} is {bad}, and I completely disagree: it is {good}.',
          "Don't listen to the haters, this {thing} is {good}.",
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'My {relative} loved it, I hated it.',
          'My {relative} {loved} the {film}, but I {hated} it.',
          'Critics called the {film} {good}. I think they are wrong, it is {bad}.',
          'Everyone told me to visit the {place}, and I had {a:bad} time there.',
          '{name} says the {thing} is {good}, and I completely disagree: it is {bad}.',
          "Don't believe the good reviews, this {thing} is {bad}.",
        ],
      },
    ],
  },
  {
    id: 'mixed-reviews',
    group,
    cases: 44,
    why: 'A text with praise and blame lies between the two that have only one of them.',
    rules: [
      {
        kind: 'order',
        by: 0.05,
        pairs: [
          [
            'The {dish} was {bad} and the service was {bad.2}.',
            'The {dish} was {good} and the service was {bad.2}.',
          ],
          [
            'The {filmPart} is {bad} and the story is {bad.2}.',
            'The {filmPart} is {good} and the story is {bad.2}.',
          ],
          ['I hated the design and I hated the sound.', 'I loved the design and I hated the sound.'],
          ['{bad} room. {bad.2} breakfast.', '{good} room. {bad.2} breakfast.'],
          ['The screen is {bad}, the battery is {bad.2}.', 'The screen is {bad}, the battery is {good}.'],
        ],
      },
      {
        kind: 'order',
        by: 0.05,
        pairs: [
          [
            'The {dish} was {good} and the service was {bad}.',
            'The {dish} was {good} and the service was {good.2}.',
          ],
          [
            'The {filmPart} is {good} and the story is {bad}.',
            'The {filmPart} is {good} and the story is {good.2}.',
          ],
          ['I loved the design and I hated the sound.', 'I loved the design and I loved the sound.'],
          ['{good} room. {bad} breakfast.', '{good} room. {good.2} breakfast.'],
          ['The screen is {bad}, the battery is {good}.', 'The screen is {good.2}, the battery is {good}.'],
        ],
      },
    ],
  },
];
