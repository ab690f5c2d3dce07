import { element } from '../../shared/dom.js';
import type { ReadWords } from './words/index.js';

/** How many are in sight before more are asked for. */
const IN_SIGHT = 5;

/** From easy to hard; the last two show where the model ends. They are English, as the model is. */
const TEXTS: Readonly<Record<keyof ReadWords['exampleNames'], string>> = {
  praise: 'What a warm, funny, beautifully played evening.',
  complaint: 'The soup was cold and nobody apologised.',
  negation: 'Not bad at all.',
  contrast: 'The acting is superb, but the story never comes alive.',
  letter:
    'We arrived on a Friday evening. The view over the bay is magnificent. Then the heating failed, twice. ' +
    'The owner was kind and fixed it at once. Breakfast was a delight. We will gladly be back next year!',
  fact: 'The committee meets again on Thursday at nine.',
  hidden: 'Hardly a masterpiece.',
  emoji: 'Three hours in the waiting room 🙃😡',
  lengthened: 'Sooooo happy right now :)',
  idiom: 'I am dying to see the second season!',
  sarcasm: 'Oh great, another password to remember.',
};

/** The row of examples; `choose` is called with the text of the one that was clicked. */
export function examplesRow(words: ReadWords, choose: (text: string) => void): HTMLElement {
  const names = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
  const items = names.map((name, i) => {
    const button = element('button', { type: 'button', class: 'chip' }, words.exampleNames[name]);
    button.title = TEXTS[name];
    button.addEventListener('click', () => {
      choose(TEXTS[name]);
    });
    return element('li', i < IN_SIGHT ? {} : { hidden: '' }, button);
  });
  const more = element('button', { type: 'button', class: 'chip more' }, words.more);
  const last = element('li', {}, more);
  more.addEventListener('click', () => {
    for (const item of items) item.hidden = false;
    last.remove();
    items[IN_SIGHT]?.querySelector('button')?.focus();
  });
  return element('ul', { class: 'examples', 'aria-label': words.examples }, ...items, last);
}
