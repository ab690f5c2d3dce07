import { element } from '../dom.js';

interface Example {
  text: string;
  /** What the button shows where the text is too long for it. */
  title?: string;
  /** What makes it worth trying. */
  kind: string;
}

/** From easy to hard; the last two show where the model ends. */
export const examples: readonly Example[] = [
  {
    kind: 'Several sentences',
    title: 'A letter about a hotel room, six sentences long',
    text:
      'We arrived on a Friday evening. The view over the bay is magnificent. Then the heating failed, twice. ' +
      'The owner was kind and fixed it at once. Breakfast was a delight. We will gladly be back next year!',
  },
  { kind: 'Plain praise', text: 'What a warm, funny, beautifully played evening.' },
  { kind: 'Plain complaint', text: 'The soup was cold and nobody apologised.' },
  { kind: 'Plain fact', text: 'The committee meets again on Thursday at nine.' },
  { kind: 'Negation', text: 'This isn’t a good phone.' },
  { kind: 'Negated complaint', text: 'Not bad at all.' },
  { kind: 'Hidden negation', text: 'Hardly a masterpiece.' },
  { kind: 'Contrast', text: 'The acting is superb, but the story never comes alive.' },
  { kind: 'Emoji', text: 'Three hours in the waiting room 🙃😡' },
  { kind: 'Lengthened', text: 'Sooooo happy right now :)' },
  { kind: 'Figure of speech, a known limit', text: 'I am dying to see the second season!' },
  { kind: 'Sarcasm, a known limit', text: 'Oh great, another password to remember.' },
];

/** Fills the list; `choose` is called with the text that was clicked. */
export function showExamples(list: HTMLElement, choose: (text: string) => void): void {
  for (const { kind, text, title } of examples) {
    const button = element(
      'button',
      { type: 'button' },
      element('span', { class: 'kind' }, kind),
      title ?? text,
    );
    button.addEventListener('click', () => {
      choose(text);
    });
    list.append(element('li', {}, button));
  }
}
