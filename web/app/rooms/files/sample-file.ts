/** Sentences about a stay, by what they say; our own. */
const PRAISE = [
  'The bed was so comfortable that we overslept twice.',
  'Breakfast on the terrace was a delight.',
  'The staff went out of their way to help us.',
  'Spotless room, and a lovely view over the harbour.',
  'We will gladly come back next summer.',
  'Best shower I have had in years.',
  'They upgraded us without being asked, what a nice surprise.',
  'Quiet at night, and close to everything.',
  'The owner told us wonderful stories about the town.',
  'Not a single thing to complain about.',
  'A charming place with excellent food.',
  'The children loved the garden and the friendly dog.',
  'Great value, we felt welcome from the first minute.',
  'Beautiful old building, tastefully restored.',
  'Perfect for a relaxing weekend.',
  'Fresh bread every morning, simply perfect.',
] as const;
const COMPLAINTS = [
  'The heating failed and nobody came to fix it.',
  'The walls are thin, we heard every word next door.',
  'Checking in took an hour, which is ridiculous.',
  'The bathroom smelled of mould.',
  'Overpriced for what you get.',
  'The wifi hardly ever worked.',
  'Cold coffee and stale bread for breakfast.',
  'They charged us twice and still refuse to pay it back.',
  'I would not stay here again.',
  'The pictures on the website are very misleading.',
  'Dirty carpets and a broken shower.',
  'The receptionist was rude and unhelpful.',
  'Far too noisy to sleep, a terrible night.',
  'Tiny, stuffy room with an awful smell.',
  'Such a disappointment after all the good reviews.',
  'Nobody apologised for the mess, very poor service.',
] as const;
const PLAIN = [
  'We stayed for two nights.',
  'The room is on the third floor.',
  'Breakfast is served until ten.',
  'The station is five minutes away.',
  'There is a lift next to the reception.',
  'We paid on arrival.',
] as const;
const HOUSES = ['Harbour', 'Hillside', 'Old Mill', 'Station'] as const;
const TRAVELLERS = ['alone', 'couple', 'family', 'business'] as const;

const ROWS = 600;
/** The first day, and how many days are told of. */
const START = Date.UTC(2025, 0, 1);
const DAYS = 540;

/** Numbers below 1 that look like chance and are the same at each visit. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A small CSV file of invented reviews: one house is good, one gets worse, and one row is damaged. */
export function sampleFile(): { file: Blob; name: string } {
  const next = chance(7);
  const pick = <One>(among: readonly One[]): One => among[Math.floor(next() * among.length)]!;
  const lines = ['date,house,travelled,nights,review'];
  for (let row = 0; row < ROWS; row++) {
    const age = row / ROWS;
    const house = pick(HOUSES);
    const date = new Date(START + Math.floor(age * DAYS) * 86_400_000).toISOString().slice(0, 10);
    const pleased = house === 'Hillside' ? 0.85 : house === 'Station' ? 0.75 - 0.6 * age : 0.55;
    const opinion = (): string =>
      next() < 0.2 ? pick(PLAIN) : next() < pleased ? pick(PRAISE) : pick(COMPLAINTS);
    const review = next() < 0.6 ? `${opinion()} ${opinion()}` : opinion();
    const nights = 1 + Math.floor(next() * 7);
    lines.push([date, house, pick(TRAVELLERS), nights, `"${review}"`].join(','));
    if (row === ROWS / 2) lines.push(`${date},${house},alone`);
  }
  return { file: new Blob([`${lines.join('\r\n')}\r\n`]), name: 'stays.csv' };
}
