import { copyText } from '../../shared/clipboard.js';
import { element } from '../../shared/dom.js';
import type { ReadWords } from './words/index.js';

/** Characters of a text that a link can carry: longer addresses are cut by what they are pasted into. */
export const LONGEST_SHARED = 4000;

/**
 * The button that makes a link to the text. `keep` writes the text into the address, behind the #: it is sent to nobody.
 */
export function shareButton(words: ReadWords, text: () => string, keep: (text: string) => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'chip' }, words.share);
  const said = element('span', { class: 'note', role: 'status' });
  button.addEventListener('click', () => {
    if (text().length > LONGEST_SHARED) {
      said.textContent = words.tooLongToShare;
      return;
    }
    keep(text());
    void copyText(location.href).then((isCopied) => {
      said.textContent = isCopied ? words.shared : words.shareInAddress;
    });
  });
  return element('p', { class: 'share' }, button, ' ', said);
}
