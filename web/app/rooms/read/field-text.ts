/** A text node of the field, and where its characters stand in the text. */
interface Run {
  node: Text;
  start: number;
}

/** What an editable element holds, and where each character of it is. Valid until the element changes. */
export class FieldText {
  readonly text: string;
  readonly #root: Node;
  readonly #runs: Run[] = [];
  readonly #starts = new Map<Node, number>();
  /** Length of the longest block: one that grew too long is cut anew. */
  readonly longestBlock: number;

  constructor(root: Node) {
    this.#root = root;
    const parts: string[] = [];
    let length = 0;
    let longest = 0;
    const add = (part: string): void => {
      parts.push(part);
      length += part.length;
    };
    /** Reads what lies in one block; editors leave a line break at its end that only opens the line. */
    const readInside = (node: Node): void => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (child instanceof Text) {
          this.#runs.push({ node: child, start: length });
          this.#starts.set(child, length);
          const isLast = !child.nextSibling && node !== root;
          add(isLast && child.data.endsWith('\n') ? child.data.slice(0, -1) : child.data);
        } else if (child.nodeName === 'BR') {
          this.#starts.set(child, length);
          if (child.nextSibling) add('\n');
        } else if (child instanceof HTMLElement) {
          if (length > 0 || child.previousSibling) if (!child.hasAttribute('data-joined')) add('\n');
          this.#starts.set(child, length);
          const before = length;
          readInside(child);
          longest = Math.max(longest, length - before);
        }
      }
    };
    readInside(root);
    this.text = parts.join('');
    // Text right in the root is a block of its own, of unknown length.
    const bare = this.#runs.filter(({ node }) => node.parentNode === root);
    this.longestBlock = Math.max(longest, ...bare.map(({ node }) => node.length), 0);
  }

  /** Where in the text a place of the document lies; nothing for a place outside of the field. */
  offsetOf(node: Node, offset: number): number | undefined {
    if (!this.#root.contains(node)) return undefined;
    if (node instanceof Text) {
      const start = this.#starts.get(node);
      return start === undefined ? undefined : Math.min(start + offset, this.text.length);
    }
    const child = node.childNodes[offset];
    if (child) return this.#startOf(child);
    const next = node === this.#root ? undefined : node.nextSibling;
    return next ? Math.max(0, this.#startOf(next) - 1) : this.text.length;
  }

  #startOf(node: Node): number {
    return this.#starts.get(node) ?? this.text.length;
  }

  /** The text nodes that a part of the text lies in, as ranges; more than one where it crosses blocks. */
  rangeOf(start: number, end: number): Range | undefined {
    const from = this.#placeOf(start);
    const to = this.#placeOf(end);
    if (!from || !to) return undefined;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The text node that holds the character at `offset`, or stands before it. */
  #placeOf(offset: number): { node: Text; offset: number } | undefined {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#runs[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    return run && { node: run.node, offset: Math.min(Math.max(0, offset - run.start), run.node.length) };
  }
}
