import type { Behaviour } from '../types.js';

const group = 'Negation';

export const negation: readonly Behaviour[] = [
  {
    id: 'negation-near',
    group,
    cases: 40,
    why: 'A "not" right before the praise turns it around.',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} is not {goodMild}.',
          'The {thing} was not {goodMild} at all.',
          'I do not like this {thing}.',
          'I did not enjoy the {event}.',
          'This is not {a:goodNoun} {thing}.',
          'I am not happy with this {product}.',
          'The {staff} was not {friendly}.',
          'The {dish} did not taste good.',
        ],
      },
    ],
  },
  {
    id: 'negation-contracted',
    group,
    cases: 42,
    why: "isn't, isn’t and isnt are one word: straight, curly or no apostrophe.",
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} isn{apos}t {goodMild}.',
          'The {thing} wasn{apos}t {goodMild}.',
          'I don{apos}t like this {thing}.',
          'I didn{apos}t enjoy the {event}.',
          'This {thing} doesn{apos}t work for me, I want my money back.',
          'I wouldn{apos}t recommend this {thing}.',
          'You won{apos}t enjoy this {film}.',
        ],
      },
    ],
  },
  {
    id: 'negation-far',
    group,
    cases: 40,
    why: 'The negation may stand many words before the praise.',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          "I don't think anyone in our group would call the {thing} {goodNoun}.",
          'I do not believe, after all those weeks of waiting, that the {thing} is {goodMild}.',
          'Nobody I know who has tried this {thing} says that it is {goodMild}.',
          'There was not one moment in the whole {film} that I enjoyed.',
          "I can't say that, for the time we waited, the {thing} was {goodMild}.",
          'None of us who went on {day} thought that the {event} was {goodNoun}.',
          'It would be wrong to say that the {thing} is {goodMild}.',
          'I never once in three weeks had the feeling that this {product} was {goodMild}.',
        ],
      },
    ],
  },
  {
    id: 'negated-complaint',
    group,
    cases: 40,
    why: '"Not bad" and "nothing wrong" are no complaints.',
    rules: [
      {
        kind: 'label',
        expect: 'not-negative',
        templates: [
          'The {thing} is not bad.',
          'Not bad at all, this {thing}.',
          'The {pastime} was not {harsh} at all.',
          'There is nothing wrong with the {thing}.',
          'I had no problems with the {product}.',
          'No complaints about the {thing}.',
          "I can't complain about the {thing}.",
          "The {thing} wasn't bad.",
          'The {product} gave us no trouble.',
          'The {staff} was not {rude} in the least.',
        ],
      },
    ],
  },
  {
    id: 'denied-trouble',
    group,
    cases: 40,
    why: 'Many firm praises consist of a denied fault: "never lets me down".',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'This {product} has never let me down.',
          'You will not be disappointed by the {thing}.',
          "You won't regret buying this {product}.",
          'I have nothing but praise for the {staff}.',
          'I could not be happier with the {product}.',
          'I have no regrets at all, this {product} was worth every penny.',
          'Not a single dull moment in the whole {film}.',
          'I cannot fault the {thing}, everything was perfect.',
          'We never had a bad {dish} here.',
          'There was nothing I did not love about the {event}.',
        ],
      },
    ],
  },
  {
    id: 'double-negation',
    group,
    cases: 40,
    why: 'Two negations cancel out.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          "I don't know anyone who didn't love the {thing}.",
          'No one left the {event} unhappy.',
          "There is no way you won't love this {thing}.",
          'There is nobody in my family who does not love this {thing}.',
          'The {film} never fails to make me smile.',
        ],
      },
      {
        kind: 'label',
        expect: 'not-negative',
        templates: [
          "I can't say I didn't enjoy the {event}.",
          "You can't say that the {thing} isn't {good}.",
          'Nobody can claim that the {thing} is not {good}.',
          'It is not true that the {thing} is not {goodMild}.',
          "It isn't that I didn't like the {thing}, I liked it very much.",
        ],
      },
    ],
  },
  {
    id: 'negation-direction',
    group,
    cases: 48,
    why: 'Adding "not" must move the score the other way, clearly.',
    rules: [
      {
        kind: 'order',
        by: 0.2,
        pairs: [
          ['The {thing} is not {good}.', 'The {thing} is {good}.'],
          ["I wouldn't recommend the {thing}.", 'I would recommend the {thing}.'],
          ['I do not love this {thing}.', 'I love this {thing}.'],
          ["The {staff} wasn't {friendly}.", 'The {staff} was {friendly}.'],
        ],
      },
      {
        kind: 'order',
        by: 0.1,
        pairs: [
          ['The {thing} is {bad}.', 'The {thing} is not {bad}.'],
          ['It is the worst {thing} I know.', 'It is not the worst {thing} I know.'],
          ['I regret buying the {product}.', 'I do not regret buying the {product}.'],
          ['The {staff} was {rude}.', "The {staff} wasn't {rude}."],
        ],
      },
    ],
  },
  {
    id: 'negation-after',
    group,
    cases: 36,
    why: 'The negation may follow the praise: "I hoped it would be great, but it was not."',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          "I thought the {thing} would be {good}, but it wasn't.",
          'People call it {a:good} {thing}. It is not.',
          'I hoped for {a:good} {thing} and did not get one.',
          'They promised {a:good} {event}, and it was nothing of the kind.',
          '{a:goodNoun} {thing}? Not this one.',
        ],
      },
      {
        kind: 'label',
        expect: 'not-negative',
        templates: [
          "I was afraid the {thing} would be {bad}, but it wasn't.",
          'Someone told me the {thing} was {bad}. It is not.',
          'I expected {a:bad} {event}, and it was nothing of the kind.',
        ],
      },
    ],
  },
  {
    id: 'near-negators',
    group,
    cases: 40,
    why: 'Hardly, far from, anything but and by no means negate without a "not".',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {thing} is far from {goodNoun}.',
          'The {thing} was anything but {good}.',
          'The {film} is hardly a masterpiece.',
          'The {thing} is by no means {goodNoun}.',
          'The {pastime} is neither fun nor interesting.',
          'The {thing} is nowhere near as good as people say.',
          'I barely enjoyed a single minute of the {event}.',
        ],
      },
      {
        kind: 'label',
        expect: 'not-negative',
        templates: [
          'The {thing} is far from {bad}.',
          'The {film} was anything but boring.',
          'The {pastime} is by no means {harsh}.',
        ],
      },
    ],
  },
  {
    id: 'missing-virtues',
    group,
    cases: 40,
    why: 'Lack, fail and without deny a virtue.',
    rules: [
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'The {film} lacks any charm.',
          'The {filmPart} fails to impress.',
          'A {film} without humour or heart.',
          'The {thing} leaves a lot to be desired.',
          'There is little to like about the {thing}.',
          'The {thing} has few redeeming features.',
          'The {filmPart} never manages to be funny.',
          'The {dish} had no flavour whatsoever.',
          'The {staff} showed no interest in helping us.',
          'The {app} offers nothing useful.',
        ],
      },
    ],
  },
  {
    id: 'negation-scope',
    group,
    cases: 48,
    why: 'A negation that belongs to something else must not reach the opinion.',
    rules: [
      {
        kind: 'label',
        expect: 'positive',
        templates: [
          'I do not know why I waited so long, this {thing} is {good}.',
          'No wonder everyone talks about the {thing}, it is {good}.',
          'Not only is the {thing} cheap, it is also {good}.',
          'I never write reviews, but this {thing} is {good}.',
          'No doubt about it, this is {a:good} {thing}.',
          'I could not stop smiling during the {event}.',
          "I'm not exaggerating: the {thing} is {good}.",
          "Don't think twice, get this {product}, it is {good}.",
        ],
      },
      {
        kind: 'label',
        expect: 'negative',
        templates: [
          'Not only is the {thing} expensive, it is also {bad}.',
          'I do not say this lightly: the {thing} is {bad}.',
          "I'm not kidding, the {thing} is {bad}.",
          'No doubt about it, this is {a:bad} {thing}.',
          'I never write reviews, but this {thing} is {bad}.',
          'I could not wait for the {event} to end.',
        ],
      },
    ],
  },
];
