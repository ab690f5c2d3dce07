import fc from 'fast-check';

/** Texts of words that the golden vocabulary knows, with sentences, and some that hold nothing. */
export const someText = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(
        fc.constantFrom(
          'good',
          'bad.',
          'Not',
          'the',
          'hotel!',
          'waiting',
          '😀',
          'xq',
          'No.',
          'Great...',
          '\n',
          '3.5',
        ),
        {
          maxLength: 40,
        },
      )
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', ' \n', '@friend', 'https://example.com') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
