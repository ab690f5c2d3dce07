import { element } from '../shared/dom.js';
import { LANGUAGES, type Language } from '../shared/language.js';
import { ROOM_NAMES, type RoomName } from '../shared/room.js';
import { THEMES, type Theme } from './settings.js';
import type { ShellWords } from './words/index.js';

/** Languages by their own names: whoever looks for one can read it. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

export interface HeaderChoices {
  language: Language;
  theme: Theme;
}

function select<Value extends string>(
  name: string,
  options: Readonly<Record<Value, string>>,
  order: readonly Value[],
  chosen: Value,
  change: (value: Value) => void,
): HTMLElement {
  const control = element('select', { 'aria-label': name });
  for (const value of order) control.append(element('option', { value }, options[value]));
  control.value = chosen;
  control.addEventListener('change', () => {
    const value = order.find((known) => known === control.value);
    if (value) change(value);
  });
  return control;
}

/** The name, the rooms, and the two choices that hold for all of them. */
export function header(
  words: ShellWords,
  { language, theme }: HeaderChoices,
  change: (choices: Partial<HeaderChoices>) => void,
): { parts: HTMLElement[]; mark: (room: RoomName) => void } {
  const links = ROOM_NAMES.map((room) => element('a', { href: `#${room}` }, words.rooms[room]));
  const parts = [
    element('a', { class: 'wordmark', href: `#${ROOM_NAMES[0]}` }, 'Sentibyte'),
    element(
      'nav',
      { 'aria-label': words.navigation },
      element('ul', {}, ...links.map((link) => element('li', {}, link))),
    ),
    element(
      'div',
      { class: 'choices' },
      select(words.language, LANGUAGE_NAMES, LANGUAGES, language, (value) => {
        change({ language: value });
      }),
      select(words.theme, words.themes, THEMES, theme, (value) => {
        change({ theme: value });
      }),
    ),
  ];
  return {
    parts,
    mark: (room) => {
      links.forEach((link, i) => {
        if (ROOM_NAMES[i] === room) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      });
    },
  };
}
