/** A line of input; `undefined` where it was too long to keep. */
export type Line = string | undefined;

/** UTF-16 units of a line that are kept at most: what bounds the memory of an endless line. */
export const LONGEST_LINE = 1 << 20;

/** Cuts a stream of UTF-8 into lines. CRLF ends a line as LF does; bytes that are no UTF-8 become U+FFFD. */
export class LineSplitter {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #isTooLong = false;

  /** The lines that `bytes` completes. */
  push(bytes: Uint8Array): Line[] {
    return this.#cut(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The last line, where it has no end of its own. */
  end(): Line[] {
    const lines = this.#cut(this.#decoder.decode());
    if (this.#rest !== '' || this.#isTooLong) lines.push(this.#finished());
    return lines;
  }

  #cut(text: string): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#keep(text.slice(start, end));
      lines.push(this.#finished());
      start = end + 1;
    }
    this.#keep(text.slice(start));
    return lines;
  }

  #keep(part: string): void {
    if (this.#rest.length + part.length > LONGEST_LINE) {
      this.#isTooLong = true;
      this.#rest = '';
    }
    if (!this.#isTooLong) this.#rest += part;
  }

  #finished(): Line {
    const line = this.#isTooLong ? undefined : this.#rest.replace(/\r$/, '');
    this.#rest = '';
    this.#isTooLong = false;
    return line;
  }
}
