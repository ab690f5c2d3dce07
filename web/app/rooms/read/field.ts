import { element } from '../../shared/dom.js';
import { BLOCK_LENGTH, blocksOf } from './field-blocks.js';
import { FieldText } from './field-text.js';

/** A pasted text longer than this is put in at once; shorter ones are the browser's, which can undo them. */
const LONG_PASTE = 2000;

/** What a field tells. */
export interface FieldEvents {
  /** The text has changed. */
  changed: (text: string) => void;
  /** The caret, or a tap, is at this place of the text; nothing where more than a place is selected. */
  pointed: (offset: number | undefined) => void;
  /** Another part of the text is in view. */
  scrolled: () => void;
}

/**
 * The text field: an editable element, because a textarea cannot tint words, and its layout takes longer with each
 * character of a long text. It holds plain text only.
 */
export class Field {
  readonly root: HTMLElement;
  readonly #events: FieldEvents;
  #content: FieldText;
  /** What the field held before a text was put into it from outside; undo brings it back. */
  #before: string | undefined;
  readonly #onSelection = (): void => {
    this.#point();
  };

  constructor(attributes: Readonly<Record<string, string>>, events: FieldEvents) {
    this.#events = events;
    this.root = element('div', {
      class: 'text-field',
      role: 'textbox',
      'aria-multiline': 'true',
      spellcheck: 'false',
      autocapitalize: 'sentences',
      dir: 'auto',
      tabindex: 0,
      ...attributes,
    });
    try {
      this.root.contentEditable = 'plaintext-only';
    } catch {
      // Browsers before 2025: formats are refused below, and pasted text is put in as text.
      this.root.contentEditable = 'true';
    }
    this.#content = new FieldText(this.root);
    this.#listen();
  }

  get text(): string {
    return this.#content.text;
  }

  /** Where characters lie in the document. */
  get content(): FieldText {
    return this.#content;
  }

  /** Puts a text in place of what is there. `isEdit` where the visitor did that, and may want it undone. */
  write(text: string, isEdit = false): void {
    this.#before = isEdit ? this.text : undefined;
    this.#fill(text);
  }

  /** Selects a part of the text and brings it into view. */
  select(start: number, end: number): void {
    const range = this.#content.rangeOf(start, end);
    if (!range) return;
    this.root.focus({ preventScroll: true });
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    this.#reveal(range);
  }

  /** The part of the text that is in view, or a little more. */
  get visible(): { start: number; end: number } {
    const blocks = this.root.children;
    const { top, bottom } = this.root.getBoundingClientRect();
    const first = this.#firstBlock(({ bottom: end }) => end >= top);
    const last = this.#firstBlock(({ top: begin }) => begin > bottom);
    const startBlock = blocks[first];
    const endBlock = blocks[last];
    return {
      start: startBlock ? (this.#content.offsetOf(this.root, first) ?? 0) : 0,
      end: endBlock ? (this.#content.offsetOf(this.root, last) ?? this.text.length) : this.text.length,
    };
  }

  /** Stops listening to the document. */
  end(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
  }

  /** Blocks lie one below the other: the first of which `isIt` holds, found in a few looks. */
  #firstBlock(isIt: (place: DOMRect) => boolean): number {
    const blocks = this.root.children;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isIt(blocks[middle]!.getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #listen(): void {
    this.root.addEventListener('input', () => {
      this.#before = undefined;
      this.#read();
      this.#events.changed(this.text);
    });
    this.root.addEventListener('beforeinput', (event) => {
      if (event.inputType.startsWith('format')) event.preventDefault();
    });
    this.root.addEventListener('paste', (event) => {
      const pasted = event.clipboardData?.getData('text/plain');
      if (pasted === undefined) return;
      const isPlain = this.root.contentEditable === 'plaintext-only';
      if (isPlain && pasted.length <= LONG_PASTE) return;
      event.preventDefault();
      this.#insert(pasted.replace(/\r\n?/g, '\n'));
    });
    this.root.addEventListener('keydown', (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || this.#before === undefined) return;
      event.preventDefault();
      this.write(this.#before);
      this.#events.changed(this.text);
    });
    this.root.addEventListener('scroll', this.#events.scrolled, { passive: true });
    document.addEventListener('selectionchange', this.#onSelection);
  }

  /** Reads what the browser made of a key, and cuts what has grown too long. */
  #read(): void {
    this.#content = new FieldText(this.root);
    if (this.#content.longestBlock > 2 * BLOCK_LENGTH) {
      const caret = this.#caret();
      this.#fill(this.text);
      this.#setCaret(caret);
    }
    this.#showEmptiness();
  }

  #insert(pasted: string): void {
    const selection = document.getSelection();
    const [start, end] = this.#selected(selection);
    const { text } = this;
    this.write(text.slice(0, start) + pasted + text.slice(end), true);
    this.#setCaret(start + pasted.length);
    this.#events.changed(this.text);
  }

  #fill(text: string): void {
    this.root.replaceChildren(
      ...blocksOf(text).map(({ text: inside, isJoined }) => {
        const block = element('div', { dir: 'auto', ...(isJoined ? { 'data-joined': '' } : {}) });
        if (inside === '') block.append(element('br'));
        // The line behind a last line break shows only if another one follows.
        else block.append(inside.endsWith('\n') ? `${inside}\n` : inside);
        return block;
      }),
    );
    this.#content = new FieldText(this.root);
    this.#showEmptiness();
  }

  #showEmptiness(): void {
    this.root.toggleAttribute('data-empty', this.text === '');
  }

  #selected(selection: Selection | null): [start: number, end: number] {
    const all = this.text.length;
    if (!selection || selection.rangeCount === 0) return [all, all];
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const start = this.#content.offsetOf(startContainer, startOffset) ?? all;
    return [start, this.#content.offsetOf(endContainer, endOffset) ?? all];
  }

  #caret(): number {
    return this.#selected(document.getSelection())[1];
  }

  #setCaret(offset: number): void {
    const range = this.#content.rangeOf(offset, offset);
    if (!range) return;
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    this.#reveal(range);
  }

  /** Scrolls the field alone: the page stays where it is. */
  #reveal(range: Range): void {
    const { top, bottom } = range.getBoundingClientRect();
    const box = this.root.getBoundingClientRect();
    if (top >= box.top && bottom <= box.bottom) return;
    this.root.scrollTop += top - box.top - box.height / 3;
  }

  #point(): void {
    const selection = document.getSelection();
    if (!selection?.isCollapsed || !selection.anchorNode || !this.root.contains(selection.anchorNode)) return;
    this.#events.pointed(this.#content.offsetOf(selection.anchorNode, selection.anchorOffset));
  }
}
