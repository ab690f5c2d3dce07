/** A node of a `Trie`; the root is 0. */
export type TrieNode = number;

export const ROOT: TrieNode = 0;
/** No such node, no such value. */
export const NONE = -1;

const { imul } = Math;

/**
 * Strings of code points to small numbers. All edges of all nodes lie in one open-addressed table, so that a step costs
 * one hash and, nearly always, one probe, and no string is made while a text is read.
 */
export class Trie {
  #parents: Int32Array;
  #codes: Int32Array;
  #children: Int32Array;
  #values: Int32Array;
  #nodeCount = 1;
  /** Code points of the longest key, or a little more. */
  depth = 0;
  /** The key that was set last, and the node after each of its UTF-16 units: sorted keys share most of their way. */
  #last = '';
  readonly #path: TrieNode[] = [ROOT];

  /** @param nodes about how many there will be; more make it grow */
  constructor(nodes = 512) {
    const size = 2 ** Math.ceil(Math.log2(2 * nodes));
    this.#parents = new Int32Array(size).fill(NONE);
    this.#codes = new Int32Array(size);
    this.#children = new Int32Array(size);
    this.#values = new Int32Array(size / 2).fill(NONE);
  }

  /** The last of several equal keys wins. */
  set(key: string, value: number): void {
    const last = this.#last;
    const path = this.#path;
    let at = 0;
    while (at < key.length && at < last.length && key.charCodeAt(at) === last.charCodeAt(at)) ++at;
    // Not between the halves of a pair: back to before it.
    if (at > 0 && key.codePointAt(at - 1)! > 0xffff) --at;
    let node = path[at]!;
    while (at < key.length) {
      const code = key.codePointAt(at)!;
      node = this.#childOrNew(node, code);
      if (code > 0xffff) path[++at] = NONE;
      path[++at] = node;
    }
    this.#last = key;
    this.#values[node] = value;
    // UTF-16 units: never fewer than the code points.
    this.depth = Math.max(this.depth, key.length);
  }

  /** The node one code point further, or NONE. */
  child(node: TrieNode, code: number): TrieNode {
    if (node === NONE) return NONE;
    const slot = this.#slotOf(node, code);
    return this.#parents[slot] === NONE ? NONE : this.#children[slot]!;
  }

  /** The value of the key that ends at `node`, or NONE. */
  valueAt(node: TrieNode): number {
    return node === NONE ? NONE : this.#values[node]!;
  }

  /** The value of the key `codes[from, to)`, or NONE. Reads no further than the longest key. */
  get(codes: Uint32Array, from: number, to: number): number {
    let node = ROOT;
    for (let i = from; i < to && node !== NONE; ++i) node = this.child(node, codes[i]!);
    return this.valueAt(node);
  }

  /** The value of `key`, or NONE. */
  getString(key: string): number {
    let node = ROOT;
    for (const character of key) node = this.child(node, character.codePointAt(0)!);
    return this.valueAt(node);
  }

  #slotOf(node: TrieNode, code: number): number {
    const mask = this.#parents.length - 1;
    let slot = (imul(node, 0x9e3779b1) ^ imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.#parents[slot] !== NONE && (this.#parents[slot] !== node || this.#codes[slot] !== code)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #childOrNew(node: TrieNode, code: number): TrieNode {
    const found = this.child(node, code);
    if (found !== NONE) return found;
    // At most half full: probing stays short, and an empty slot always ends it.
    if (2 * this.#nodeCount >= this.#parents.length) this.#grow();
    const slot = this.#slotOf(node, code);
    this.#parents[slot] = node;
    this.#codes[slot] = code;
    this.#children[slot] = this.#nodeCount;
    return this.#nodeCount++;
  }

  #grow(): void {
    const parents = this.#parents;
    const codes = this.#codes;
    const children = this.#children;
    const values = this.#values;
    const size = 2 * parents.length;
    this.#parents = new Int32Array(size).fill(NONE);
    this.#codes = new Int32Array(size);
    this.#children = new Int32Array(size);
    this.#values = new Int32Array(size / 2).fill(NONE);
    this.#values.set(values);
    for (let i = 0; i < parents.length; ++i) {
      const parent = parents[i]!;
      if (parent === NONE) continue;
      const slot = this.#slotOf(parent, codes[i]!);
      this.#parents[slot] = parent;
      this.#codes[slot] = codes[i]!;
      this.#children[slot] = children[i]!;
    }
  }
}
