// What the study quantizes: the arguments of sentibyte-quantize for each row, in the groups of the page of
// conclusions. Rows of the groups other than "shipped" start from plain settings, so that each shows one thing:
// 8 bits everywhere, symmetric, one range per channel, min-max, nearest.

/** One row of the study. */
export interface Variant {
  group: string;
  id: string;
  label: string;
  args: readonly string[];
  /** Its place on the x axis of a figure. */
  x?: number;
  /** Ranges of activations are learned from so many texts. */
  calibrate?: number;
  /** The row whose size is the budget. */
  budgetOf?: string;
}

const EIGHT = ['--bits', '8', '--range', 'minmax'];
const percent = (fraction: number): string => `${Math.round(100 * fraction)} %`;

const row = (
  group: string,
  id: string,
  label: string,
  args: readonly string[],
  more: Pick<Variant, 'x' | 'calibrate' | 'budgetOf'> = {},
): Variant => ({ group, id, label, args, ...more });

const shipped = [row('shipped', 'shipped', 'the shipped recipe', [])];

const SCHEMES = { symmetric: 'symmetric', asymmetric: 'asymmetric', 'power-of-two': 'power of two' };
const GRANULARITIES = { global: 'one range for all', tensor: 'one a tensor', channel: 'one a channel' };

function schemes(bits: number): Variant[] {
  return Object.entries(SCHEMES).flatMap(([scheme, name]) =>
    Object.entries(GRANULARITIES).map(([granularity, shared]) =>
      row(`scheme-${bits}`, `${scheme}-${granularity}-${bits}`, `${name}, ${shared}`, [
        ...['--bits', String(bits), '--range', 'minmax', '--scheme', scheme, '--granularity', granularity],
      ]),
    ),
  );
}

function ranges(bits: number): Variant[] {
  const all: readonly (readonly [range: string, label: string, ...more: string[]])[] = [
    ['minmax', 'min-max'],
    ['percentile', '99.9 % of the weights', '--percentile', '99.9'],
    ['percentile', '99 % of the weights', '--percentile', '99'],
    ['mse', 'least squared error'],
  ];
  return all.map(([range, label, ...more], index) =>
    row(`range-${bits}`, `range-${index}-${bits}`, label, [
      '--bits',
      String(bits),
      '--range',
      range,
      ...more,
    ]),
  );
}

const roundings = [8, 4].flatMap((bits) =>
  (
    [
      ['nearest', 'nearest, halves to even'],
      ['signed-magnitude', 'signed magnitude (towards zero)'],
      ['floor', 'floor (towards minus infinity)'],
    ] as const
  ).map(([rounding, label]) =>
    row(`rounding-${bits}`, `${rounding}-${bits}`, label, [
      ...['--bits', String(bits), '--range', 'minmax', '--rounding', rounding],
    ]),
  ),
);

const widths = [8, 7, 6, 5, 4, 3, 2].flatMap((bits) => [
  row(
    'bits-minmax',
    `bits-minmax-${bits}`,
    `${bits} bits, min-max`,
    ['--bits', String(bits), '--range', 'minmax'],
    { x: bits },
  ),
  row(
    'bits-mse',
    `bits-mse-${bits}`,
    `${bits} bits, least squared error`,
    ['--bits', String(bits), '--range', 'mse'],
    {
      x: bits,
    },
  ),
]);

/** The budget is what a uniform width takes: same bytes, widths chosen per tensor. */
const budgets = [3, 4, 5, 6].map((bits) =>
  row('budget', `budget-${bits}`, `the bytes of ${bits} bits, shared out`, ['--range', 'mse'], {
    x: bits,
    budgetOf: `bits-mse-${bits}`,
  }),
);

const pruning = ['model', 'tensor'].flatMap((scope) =>
  [0.2, 0.4, 0.6, 0.7, 0.8, 0.9].map((fraction) =>
    row(
      `prune-${scope}`,
      `prune-${scope}-${fraction}`,
      `${percent(fraction)} of the weights${scope === 'tensor' ? ', each tensor' : ''}`,
      [...EIGHT, '--prune', String(fraction), '--prune-scope', scope],
      { x: 100 * fraction },
    ),
  ),
);

const neurons = [0.1, 0.25, 0.5].map((fraction) =>
  row(
    'neurons',
    `neurons-${fraction}`,
    `${percent(fraction)} of the neurons`,
    [...EIGHT, '--prune-neurons', String(fraction)],
    {
      x: 100 * fraction,
    },
  ),
);

const activations = [
  row('activations', 'activations-blob', 'ranges of the float blob', EIGHT),
  row('activations', 'activations-minmax', 'min-max over 100 texts', EIGHT, { calibrate: 100 }),
  row(
    'activations',
    'activations-99.99',
    '99.99 % over 100 texts',
    [...EIGHT, '--activation-percentile', '99.99'],
    {
      calibrate: 100,
    },
  ),
  row(
    'activations',
    'activations-99.9',
    '99.9 % over 100 texts',
    [...EIGHT, '--activation-percentile', '99.9'],
    {
      calibrate: 100,
    },
  ),
];

const SEARCH = ['--search', 'random', '--trials', '30', '--seed', '1'];
const search = [
  row('search', 'search-off-3', '3 bits, least squared error', ['--bits', '3', '--range', 'mse'], {
    calibrate: 16,
  }),
  row('search', 'search-3', '3 bits, then 30 random trials', ['--bits', '3', '--range', 'mse', ...SEARCH], {
    calibrate: 16,
  }),
  row('search', 'search-off-4', '4 bits, least squared error', ['--bits', '4', '--range', 'mse'], {
    calibrate: 16,
  }),
  row('search', 'search-4', '4 bits, then 30 random trials', ['--bits', '4', '--range', 'mse', ...SEARCH], {
    calibrate: 16,
  }),
];

const FOUR = ['--bits', '4', '--range', 'mse'];
/** Said in full: what was measured stays what is meant, whatever the default. */
const pruned = (fraction: string): string[] => ['--prune', fraction, '--prune-scope', 'tensor'];
const combinations = [
  row('combinations', 'prune-4', '4 bits, half of the weights pruned', [...FOUR, ...pruned('0.5')]),
  row('combinations', 'prune-neurons-4', '4 bits, a quarter of the neurons removed', [
    ...FOUR,
    '--prune-neurons',
    '0.25',
  ]),
  row('combinations', 'prune-both-8', '8 bits, 40 % of the weights and 10 % of the neurons', [
    ...[...EIGHT, ...pruned('0.4'), '--prune-neurons', '0.1'],
  ]),
  row('combinations', 'prune-pow2-4', '4 bits, power of two, 20 % of the weights', [
    ...[...FOUR, '--scheme', 'power-of-two', ...pruned('0.2')],
  ]),
  row('combinations', 'asymmetric-mse-4', '4 bits, asymmetric', [...FOUR, '--scheme', 'asymmetric']),
];

/** Every row, in the order of the tables. */
export const VARIANTS: readonly Variant[] = [
  ...shipped,
  ...schemes(8),
  ...schemes(4),
  ...ranges(8),
  ...ranges(4),
  ...roundings,
  ...widths,
  ...budgets,
  ...pruning,
  ...neurons,
  ...activations,
  ...search,
  ...combinations,
];
