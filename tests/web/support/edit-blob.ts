import { ByteBuffer } from 'flatbuffers';
import { Model } from '../../../web/lib/generated/sentibyte/format/model.js';

/** A rewrite as bytes, so that it may be no text at all. */
export type RawRewrite = readonly [from: Uint8Array, to: Uint8Array];

const CLASSES = 4;
const ALGORITHM = 4;
const PIECE_COUNT = 8;
const WORDS = 12;
const EMOTICONS = 14;

/** A blob that is changed as no writer would: strings are put behind it, and what pointed elsewhere points at them. */
export class BlobEditor {
  readonly #bytes: number[] = [];
  readonly #start: number;
  readonly #view: DataView;
  readonly #head: Uint8Array;

  constructor(blob: Uint8Array) {
    this.#head = new Uint8Array(8 * Math.ceil(blob.length / 8));
    this.#head.set(blob);
    this.#start = this.#head.length;
    this.#view = new DataView(this.#head.buffer);
  }

  setClasses(names: readonly string[]): this {
    const output = this.#model.output()!;
    const vector = this.#vector(names.length, () => names.map((name) => this.#text(name)));
    this.#point(output.bb!, output.bb_pos, CLASSES, vector);
    return this;
  }

  setAlgorithm(algorithm: number): this {
    return this.#setNumber(ALGORITHM, algorithm);
  }

  setPieceCount(count: number): this {
    return this.#setNumber(PIECE_COUNT, count);
  }

  /** The `rewrites`, again and again: `times` entries point at each. */
  setRewrites(list: 'words' | 'emoticons', rewrites: readonly RawRewrite[], times = 1): this {
    const tokenizer = this.#model.tokenizer()!;
    const vector = this.#vector(times * rewrites.length, () =>
      rewrites.map(([from, to]) => this.#rewrite(from, to)),
    );
    this.#point(tokenizer.bb!, tokenizer.bb_pos, list === 'words' ? WORDS : EMOTICONS, vector);
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from([...this.#head, ...this.#bytes]);
  }

  get #model(): Model {
    return Model.getRootAsModel(new ByteBuffer(this.#head));
  }

  /** Of the tokenizer, where it was written. */
  #setNumber(field: number, number: number): this {
    const tokenizer = this.#model.tokenizer()!;
    const at = tokenizer.bb_pos + tokenizer.bb!.__offset(tokenizer.bb_pos, field);
    this.#view.setUint32(at, number, true);
    return this;
  }

  get #end(): number {
    return this.#start + this.#bytes.length;
  }

  #word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.#bytes.push((value >>> shift) & 0xff);
  }

  #text(text: string | Uint8Array): number {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const at = this.#end;
    this.#word(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
    do this.#bytes.push(0);
    while (this.#end % 4 !== 0);
    return at;
  }

  /** Offsets only point forward: the vector comes first, then what it points at. */
  #vector(count: number, targets: () => readonly number[]): number {
    const at = this.#end;
    this.#word(count);
    const slots = this.#bytes.length;
    for (let i = 0; i < count; ++i) this.#word(0);
    const found = targets();
    for (let i = 0; i < count; ++i) this.#set(slots + 4 * i, found[i % found.length]!);
    return at;
  }

  /** Makes the offset at `slot` of the added bytes point at `target`. */
  #set(slot: number, target: number): void {
    const distance = target - (this.#start + slot);
    for (let i = 0; i < 4; ++i) this.#bytes[slot + i] = (distance >>> (8 * i)) & 0xff;
  }

  #rewrite(from: Uint8Array, to: Uint8Array): number {
    const vtable = this.#end;
    this.#bytes.push(8, 0, 12, 0, 4, 0, 8, 0);
    const at = this.#end;
    this.#word(at - vtable);
    const fields = this.#bytes.length;
    this.#word(0);
    this.#word(0);
    [from, to].forEach((text, index) => {
      this.#set(fields + 4 * index, this.#text(text));
    });
    return at;
  }

  #point(bb: ByteBuffer, table: number, field: number, target: number): void {
    const at = table + bb.__offset(table, field);
    this.#view.setUint32(at, target - at, true);
  }
}
