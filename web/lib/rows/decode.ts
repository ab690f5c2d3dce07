/** How the bytes of a text are read. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a byte-order mark says; `undefined` where there is none. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return undefined;
}

/**
 * Bytes that arrive in parts to text: in the encoding that is given, or else that of the byte-order mark, or else UTF-8.
 * The mark is no part of the text; bytes that mean nothing become U+FFFD.
 */
export class PartDecoder {
  readonly #encoding: Encoding | undefined;
  #decoder: TextDecoder | undefined;
  #first: Uint8Array = new Uint8Array();

  constructor(encoding?: Encoding) {
    this.#encoding = encoding;
  }

  push(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    const first = this.#first.length > 0 ? Uint8Array.of(...this.#first, ...bytes) : bytes;
    // One byte of a mark of two: the next part says what it is.
    if (first.length === 0 || (first.length === 1 && (first[0] === 0xff || first[0] === 0xfe))) {
      this.#first = first.slice();
      return '';
    }
    return this.#start(first).decode(first, { stream: true });
  }

  end(): string {
    return this.#decoder ? this.#decoder.decode() : this.#start(this.#first).decode(this.#first);
  }

  #start(first: Uint8Array): TextDecoder {
    this.#decoder = new TextDecoder(this.#encoding ?? markedEncoding(first) ?? 'utf-8');
    return this.#decoder;
  }
}
