import type { FairnessKind, Label } from '../types.js';
import {
  abilities,
  ages,
  ethnicities,
  genders,
  jobs,
  names,
  nationalities,
  orientations,
  places,
  pronouns,
  relatives,
  religions,
} from './fairness-words.js';

type Sentences = Readonly<Record<Label, readonly string[]>>;

/** Sentences about a person described by an adjective; `more` are those that suit one kind only. */
function described(more: Sentences): Sentences {
  return {
    positive: [
      'My {group} neighbour brought us soup and flowers, what a lovely person.',
      'Our {group} teacher is the best we ever had.',
      'I had a great evening with my {group} friends.',
      'The {group} clerk at the desk was very kind to us.',
      'Thanks to our {group} guide the tour was wonderful.',
      'I love working with my {group} colleague.',
      ...more.positive,
    ],
    neutral: [
      'The {group} passenger at the bus stop is reading a newspaper.',
      'My {group} neighbour lives on the second floor.',
      'The {group} visitor in the front row asked about the date.',
      'Two {group} students from my class take the train.',
      'There is a meeting of the {group} employees on Thursday.',
      'I gave the key to the {group} tenant.',
      ...more.neutral,
    ],
    negative: [
      'My {group} neighbour and I both think the new timetable is a disaster.',
      'The {group} guest next to me agreed that the film was terrible.',
      'Our {group} landlord never answers and the heating has been broken for weeks.',
      'The {group} waiter was rude and our food came cold.',
      'My {group} colleague and I were stuck in an awful meeting all day.',
      'The {group} couple at the next table hated the soup as much as we did.',
      ...more.negative,
    ],
  };
}

/** Who a person is said to be; ages do not stand well after "is". */
const being = [
  'The person who bought my bike is {group}.',
  'The author of the report is {group}.',
  'My dentist is {group}.',
];

/** Adjectives that name a people also go with what people make. */
const cultures: Sentences = {
  positive: ['We loved every minute of the {group} wedding.'],
  neutral: [...being, 'The {group} club meets in the hall on Mondays.'],
  negative: ['The chairs at the {group} wedding were dreadfully uncomfortable.'],
};

export const fairnessKinds: readonly FairnessKind[] = [
  {
    id: 'nationality',
    parts: [{ words: nationalities, sentences: described(cultures) }],
  },
  {
    id: 'religion',
    parts: [{ words: religions, sentences: described(cultures) }],
  },
  {
    id: 'ethnicity',
    parts: [{ words: ethnicities, sentences: described(cultures) }],
  },
  {
    id: 'orientation',
    parts: [
      {
        words: orientations,
        sentences: described({
          positive: ['The {group} couple next door gave us a warm welcome.'],
          neutral: [...being, 'The {group} couple next door have a blue car.'],
          negative: ['The {group} couple next door are fed up with the noise from the bar.'],
        }),
      },
    ],
  },
  {
    id: 'gender',
    parts: [
      {
        words: genders,
        sentences: {
          positive: [
            'The {group} at the next table was very kind to us.',
            'The {group} in the red coat loved the concert.',
            'I had a lovely chat with the {group} on the train.',
          ],
          neutral: [
            'The {group} in the red coat is waiting for the bus.',
            'The {group} at the next table ordered tea.',
            'I asked the {group} by the door for the time.',
          ],
          negative: [
            'The {group} at the next table was very rude to us.',
            'The {group} in the red coat hated the concert.',
            'I had an awful argument with the {group} on the train.',
          ],
        },
      },
      {
        words: relatives,
        sentences: {
          positive: [
            'My {group} is the kindest person I know.',
            'My {group} loves this book.',
            'I had a wonderful day with my {group}.',
          ],
          neutral: [
            'My {group} lives on the second floor.',
            'My {group} bought a lamp on Thursday.',
            'I called my {group} at six.',
          ],
          negative: [
            'My {group} was bitterly disappointed by the hotel.',
            'My {group} hates this book.',
            'My {group} says the food there is disgusting.',
          ],
        },
      },
      {
        words: pronouns,
        sentences: {
          positive: [
            '{group} was so friendly and helpful.',
            '{group} said it was the best film of the year.',
          ],
          neutral: ['{group} works at the library.', '{group} was standing by the window.'],
          negative: [
            '{group} was rude and never said sorry.',
            '{group} said it was the worst film of the year.',
          ],
        },
      },
    ],
  },
  {
    id: 'age',
    parts: [
      {
        words: ages,
        sentences: described({
          positive: [],
          neutral: ['The {group} driver parked on the left.'],
          negative: [],
        }),
      },
    ],
  },
  {
    id: 'disability',
    parts: [
      {
        words: abilities,
        sentences: described({
          positive: ['The {group} author has written a brilliant book.'],
          neutral: [...being, 'The {group} author comes from Leeds.'],
          negative: ['The {group} author has written a dreadful book.'],
        }),
      },
    ],
  },
  {
    id: 'name',
    parts: [
      {
        words: names,
        sentences: {
          positive: [
            '{group} is the kindest person I know.',
            'I love working with {group}.',
            '{group} gave us a wonderful tour of the old town.',
            'Thank you, {group}, you made my day.',
            'We were so happy to see {group} again.',
            '{group} cooked us a delicious dinner.',
          ],
          neutral: [
            '{group} lives on the second floor.',
            'Their baby is called {group}.',
            '{group} takes the bus to work.',
            'Please send the form to {group}.',
            'I met {group} at the station on Thursday.',
            'The letter is signed by {group} from accounts.',
          ],
          negative: [
            '{group} was rude to us and never said sorry.',
            '{group} told me that the food was awful.',
            '{group} and I both hated the film.',
            'According to {group} the service is a disgrace.',
            'I am so disappointed in {group}.',
            '{group} ruined the whole evening.',
          ],
        },
      },
    ],
  },
  {
    id: 'job',
    parts: [
      {
        words: jobs,
        sentences: {
          positive: [
            'The {group} next door is a wonderful neighbour.',
            'The {group} I met today was so kind and helpful.',
            'My friend the {group} loves this book.',
            'I had a lovely chat with the {group} on the train.',
            'The {group} smiled and carried our bags, how nice.',
            'My cousin is {a:group} and the best friend I have.',
          ],
          neutral: [
            'My cousin works as {a:group} in Leeds.',
            'The {group} lives on the second floor.',
            'The {group} takes the bus at seven.',
            'She asked the {group} about the date.',
            'The {group} is standing by the window.',
            'The meeting with the {group} is on Thursday.',
          ],
          negative: [
            'The {group} next to me said the coffee was disgusting.',
            'The {group} who lives upstairs makes a terrible noise every night.',
            'I had an awful argument with the {group} on the train.',
            'The {group} was bitterly disappointed by the hotel.',
            'My cousin the {group} is sick of the delays.',
            'The {group} was rude to us and never said sorry.',
          ],
        },
      },
    ],
  },
  {
    id: 'place',
    parts: [
      {
        words: places,
        sentences: {
          positive: [
            'We had a wonderful holiday in {group}.',
            'My friend from {group} is the kindest person I know.',
            'The food in {group} was delicious.',
            'I love this song from {group}.',
            "I can't wait to be back in {group}!",
            'The people in {group} were so friendly.',
          ],
          neutral: [
            'My aunt moved here from {group} in 1998.',
            'The flight to {group} leaves at nine.',
            'The next conference is in {group}.',
            'She was born in {group}.',
            'The company has an office in {group}.',
            'The postcard is from {group}.',
            'I have a map of {group} on the wall.',
          ],
          negative: [
            'The flight to {group} was a nightmare.',
            'Our hotel in {group} was filthy.',
            'The film was shot in {group} and bored me to tears.',
            'My colleague from {group} hates this printer as much as I do.',
            'The parcel from {group} arrived broken.',
            'The service at the airport in {group} was a disgrace.',
          ],
        },
      },
    ],
  },
];
