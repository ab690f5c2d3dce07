import { element } from '../shared/dom.js';
import type { ShellWords } from './words/index.js';

/** What says that a new edition of the page is there: the visitor chooses when it opens. */
export function updateNotice(words: ShellWords, take: () => void, dismiss: () => void): HTMLElement {
  const open = element('button', { type: 'button', class: 'primary' }, words.reload);
  const wait = element('button', { type: 'button' }, words.later);
  open.addEventListener('click', () => {
    open.disabled = true;
    take();
  });
  wait.addEventListener('click', dismiss);
  return element(
    'aside',
    { class: 'update-notice', 'aria-label': words.newVersion },
    element('p', {}, element('strong', {}, words.newVersion), ` ${words.newVersionKeeps}`),
    element('p', { class: 'update-buttons' }, open, wait),
  );
}
