import { SentibyteError } from '../errors.js';

/** A field that people write in, whatever its kind. */
export interface Field {
  text(): string;
  /** Ends the watching. */
  leave(): void;
}

/** Whom a field tells what. */
export interface FieldEvents {
  /** Its text may be another one. */
  onText: () => void;
  /** Somebody is about to write. */
  onFocus: () => void;
}

/**
 * Watches an input, a textarea or an editable element. Throws `input` for what people cannot write in, and for a password,
 * which is nobody's business.
 */
export function watchField(element: Element, { onText, onFocus }: FieldEvents): Field {
  const text = reader(element);
  const leaving = new AbortController();
  const { signal } = leaving;
  element.addEventListener('input', onText, { signal });
  element.addEventListener('change', onText, { signal });
  element.addEventListener('focusin', onFocus, { signal });
  if ('form' in element) {
    // The fields get their texts back after the event; a form may be another one by then.
    element.getRootNode().addEventListener(
      'reset',
      (event) => {
        if (event.target === element.form) setTimeout(onText);
      },
      { signal },
    );
    return { text, leave: leave(leaving) };
  }
  // Editors that write by themselves send no input events.
  const observer = new MutationObserver(onText);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return { text, leave: leave(leaving) };
}

function leave(leaving: AbortController): () => void {
  return () => {
    leaving.abort();
  };
}

function reader(element: Element): () => string {
  if (element instanceof HTMLTextAreaElement) return () => element.value;
  if (element instanceof HTMLInputElement) {
    if (element.type === 'password') throw new SentibyteError('input', 'A password is not read.');
    return () => (element.type === 'password' ? '' : element.value);
  }
  // By its attribute: an element that is not drawn yet says that it cannot be edited.
  if (element instanceof HTMLElement && element.closest('[contenteditable]:not([contenteditable="false"])')) {
    return () => element.innerText;
  }
  const name = element.localName;
  throw new SentibyteError('input', `<${name}> is no input, no textarea and not contenteditable.`);
}
