/**
 * A table of a blob that the engine has verified, read field by field. A field's slot is that of the schema, which
 * `scripts/generate` writes down. The classes that flatc makes, and the library that they need, would be a twelfth of ours.
 */
export class Table {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The table that a blob begins with. */
  static rootOf({ buffer, byteOffset, byteLength }: Uint8Array): Table {
    const view = new DataView(buffer, byteOffset, byteLength);
    return new Table(view, view.getUint32(0, true));
  }

  /** A number without sign; 0 where it is not written. */
  number(slot: number): number {
    const place = this.#placeOf(slot);
    return place && this.#uint(place);
  }

  /** A float; `unwritten`, the schema's default, where it is not written. */
  float(slot: number, unwritten: number): number {
    const place = this.#placeOf(slot);
    return place ? this.#view.getFloat32(place, true) : unwritten;
  }

  table(slot: number): Table | undefined {
    const place = this.#placeOf(slot);
    return place ? new Table(this.#view, this.#follow(place)) : undefined;
  }

  /** Bytes, or the bytes of a string. */
  bytes(slot: number): Uint8Array | undefined {
    const place = this.#placeOf(slot);
    if (place === 0) return undefined;
    const { buffer, byteOffset } = this.#view;
    const start = this.#follow(place);
    return new Uint8Array(buffer, byteOffset + start + 4, this.#uint(start));
  }

  /** The tables of a list, one after the other. */
  *tables(slot: number): Generator<Table, void> {
    const place = this.#placeOf(slot);
    if (place === 0) return;
    const start = this.#follow(place);
    const end = start + 4 * this.#uint(start);
    for (let at = start + 4; at <= end; at += 4) yield new Table(this.#view, this.#follow(at));
  }

  /** Where a field lies; 0 where it is not written. */
  #placeOf(slot: number): number {
    const slots = this.#at - this.#view.getInt32(this.#at, true);
    const offset = slot < this.#view.getUint16(slots, true) ? this.#view.getUint16(slots + slot, true) : 0;
    return offset && this.#at + offset;
  }

  #follow(place: number): number {
    return place + this.#uint(place);
  }

  #uint(place: number): number {
    return this.#view.getUint32(place, true);
  }
}
