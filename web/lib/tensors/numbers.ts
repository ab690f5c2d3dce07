/** How many set bits each byte has. */
const SET_BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let set = 0;
  for (let rest = byte; rest > 0; rest >>= 1) set += rest & 1;
  return set;
});

export function countSet(bitmap: Uint8Array): number {
  return bitmap.reduce((sum, byte) => sum + SET_BITS[byte]!, 0);
}

export function isSet(bitmap: Uint8Array, index: number): boolean {
  return ((bitmap[index >> 3]! >> (index & 7)) & 1) === 1;
}

/** Bytes of so many numbers of `bits` bits, packed. */
export function packedBytes(count: number, bits: number): number {
  return Math.ceil((count * bits) / 8);
}

/** Numbers of 2 to 8 bits in a little-endian bit stream, lowest bit first, one after the other. */
export class BitReader {
  readonly #stream: Uint8Array;
  readonly #bits: number;
  #next = 0;
  #buffer = 0;
  #filled = 0;

  constructor(stream: Uint8Array, bits: number) {
    this.#stream = stream;
    this.#bits = bits;
  }

  next(): number {
    if (this.#filled < this.#bits) {
      this.#buffer |= this.#stream[this.#next++]! << this.#filled;
      this.#filled += 8;
    }
    // The sign bit is brought to the top, and drawn down again.
    const code = (this.#buffer << (32 - this.#bits)) >> (32 - this.#bits);
    this.#buffer >>= this.#bits;
    this.#filled -= this.#bits;
    return code;
  }

  /** Skips the padding at a row's end. */
  align(): void {
    this.#buffer = this.#filled = 0;
  }
}
