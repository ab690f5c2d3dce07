import { SentibyteError } from '../errors.js';

/** Says of a blob what is wrong with it. */
export function refuse(what: string): never {
  throw new SentibyteError('model', what);
}

/**
 * A table of a FlatBuffer that nobody has verified: every offset is looked at before it is followed. The classes that flatc
 * generates follow them blindly. All vectors together have no more bytes than the blob: an honest one has bytes of its own for
 * each, and where they share them, a small blob would fill the memory.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #fields: number;
  readonly #fieldsEnd: number;
  readonly #end: number;
  /** What messages call it. */
  readonly #name: string;
  /** Bytes that vectors may still have, the same for all tables. */
  readonly #room: { left: number };

  private constructor(view: DataView, at: number, name: string, room: { left: number }) {
    this.#view = view;
    this.#at = at;
    this.#name = name;
    this.#room = room;
    this.#within(at, 4, 'table');
    this.#fields = at - view.getInt32(at, true);
    this.#within(this.#fields, 4, 'table');
    this.#fieldsEnd = this.#fields + view.getUint16(this.#fields, true);
    this.#end = at + view.getUint16(this.#fields + 2, true);
    this.#within(this.#fields, this.#fieldsEnd - this.#fields, 'table');
    this.#within(at, this.#end - at, 'table');
  }

  /** The root of a blob that begins as one with this identifier does. */
  static root(bytes: Uint8Array, identifier: string): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = String.fromCharCode(...bytes.subarray(4, 8));
    if (bytes.length < 8 || starts !== identifier)
      refuse(`not a model: it does not start with ${identifier}`);
    return new FlatTable(view, view.getUint32(0, true), 'model', { left: bytes.length });
  }

  byte(slot: number, fallback: number, field: string): number {
    const at = this.#place(slot, 1, field);
    return at === undefined ? fallback : this.#view.getUint8(at);
  }

  /** The bytes of a vector of elements so wide; none where the field is absent. They are a view of the blob. */
  vector(slot: number, width: number, field: string): Uint8Array {
    const at = this.#place(slot, 4, field);
    if (at === undefined) return new Uint8Array();
    const start = at + this.#view.getUint32(at, true);
    this.#within(start, 4, field);
    const length = this.#view.getUint32(start, true) * width;
    this.#within(start + 4, length, field);
    this.#room.left -= length;
    if (this.#room.left < 0) refuse(`${this.#name}.${field}: shares its bytes with others`);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start + 4, length);
  }

  /** The tables that a vector of offsets leads to. */
  tables(slot: number, most: number, field: string): FlatTable[] {
    const offsets = this.vector(slot, 4, field);
    const count = offsets.length / 4;
    if (count > most) refuse(`${field}: ${count} entries, more than ${most}`);
    const start = offsets.byteOffset - this.#view.byteOffset;
    return Array.from({ length: count }, (_, i) => {
      const at = start + 4 * i;
      const name = `${field}[${i}]`;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true), name, this.#room);
    });
  }

  /** Where a field lies; nothing where the table leaves it out. */
  #place(slot: number, size: number, field: string): number | undefined {
    if (this.#fields + slot + 2 > this.#fieldsEnd) return undefined;
    const offset = this.#view.getUint16(this.#fields + slot, true);
    if (offset === 0) return undefined;
    if (this.#at + offset + size > this.#end) refuse(`${this.#name}.${field}: outside its table`);
    return this.#at + offset;
  }

  #within(start: number, length: number, field: string): void {
    if (start < 0 || length < 0 || start + length > this.#view.byteLength)
      refuse(`${this.#name}.${field}: outside the blob`);
  }
}
