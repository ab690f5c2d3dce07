import { results } from 'virtual:results';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { dataTable } from './table.js';
import type { EvidenceWords } from './words/index.js';

/** Half the width of the 95 % interval of a share that was counted on so many texts. */
export function halfInterval(share: number, texts: number): number {
  return 1.96 * Math.sqrt((share * (1 - share)) / texts);
}

type Result = (typeof results)[number];

const points = (share: number): string => (100 * share).toFixed(1);

function cells({ model, sets: { sst2_dev: film, tweeteval_dev: tweets } }: Result): string[] {
  const share = (value: number | undefined): string => (value === undefined ? '–' : format.percent(value, 1));
  return [
    model,
    share(film?.int8?.accuracy),
    share(film?.float?.accuracy),
    share(tweets?.int8?.recall),
    share(tweets?.float?.recall),
    share(film?.comparison?.agreement),
  ];
}

/** How often each model is right in both precisions, and what that difference is worth. */
export function precisionCost(words: EvidenceWords): HTMLElement {
  const first = results.find(({ model }) => model === 'small') ?? results[0];
  const film = first?.sets.sst2_dev;
  const tweets = first?.sets.tweeteval_dev;
  const sentence = ((): string => {
    if (!first || !film?.int8 || !film.float) return '';
    const difference = Math.abs(film.int8.accuracy - film.float.accuracy);
    const half = halfInterval(film.int8.accuracy, film.texts);
    const say = difference < half ? words.bitsMean : words.bitsMeasurable;
    return say(first.model, points(difference), points(half), format.count(film.texts));
  })();
  const { eight, thirtyTwo } = words;
  const head = [words.columns.model, eight, thirtyTwo, eight, thirtyTwo, words.same];
  const groups = [
    { columns: 1 },
    { name: words.film(format.count(film?.texts ?? 0)), columns: 2 },
    { name: words.tweets(format.count(tweets?.texts ?? 0)), columns: 2 },
    { columns: 1 },
  ];
  return element(
    'section',
    { class: 'precision-cost', 'aria-labelledby': 'bits-title' },
    element('h2', { id: 'bits-title' }, words.bits),
    element('p', { class: 'meaning' }, sentence),
    dataTable(words.bits, head, results.map(cells), groups),
  );
}
