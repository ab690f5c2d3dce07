import { type Encoding, readRows, type Row, type RowReader } from '../../../../lib/rows.js';
import { fileParts } from './file-parts.js';
import { Growing, lastAtMost } from './growing.js';

/** Blocks whose rows are kept: those that a table shows, and some around them. */
const KEPT = 40;

/** Rows that stand together in a file. */
export interface Block {
  first: number;
  rows: readonly Row[];
}

/**
 * A file's rows, read once from its beginning and then again wherever one is asked for. Nothing of them is kept but, for each
 * 64 kB or so, the place where a row begins.
 */
export class Rereading {
  readonly #file: Blob;
  readonly #encoding: Encoding;
  readonly #open: () => RowReader;
  readonly #reader: RowReader;
  /** Bytes, and how many rows come before them. */
  readonly #starts = new Growing((length) => new Float64Array(length));
  readonly #firsts = new Growing((length) => new Uint32Array(length));
  readonly #kept = new Map<number, Promise<Block>>();
  #rows = 0;
  #bytes = 0;
  #isRead = false;

  constructor(file: Blob, encoding: Encoding, open: () => RowReader) {
    this.#file = file;
    this.#encoding = encoding;
    this.#open = open;
    this.#reader = open();
  }

  /** The names of a table's columns, once they were read. */
  get header(): readonly string[] | undefined {
    return this.#reader.header;
  }

  /** How many rows were read. */
  get rows(): number {
    return this.#rows;
  }

  /** How many bytes were read. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Reads the file, once, as fast as its rows are taken. */
  async *read(): AsyncGenerator<readonly Row[]> {
    for await (const rows of readRows(this.#noted(), this.#reader, this.#encoding)) {
      this.#rows += rows.length;
      yield rows;
    }
    this.#isRead = true;
  }

  /** The rows of the block that `row` lies in; those that were read so far. */
  block(row: number): Promise<Block> {
    const at = lastAtMost(this.#firsts, row);
    const isWhole = at + 1 < this.#starts.length || this.#isRead;
    const known = this.#kept.get(at);
    if (known !== undefined) {
      // The one that was asked for last is given up last.
      this.#kept.delete(at);
      this.#kept.set(at, known);
      return known;
    }
    const block = this.#readAgain(at);
    if (!isWhole) return block;
    this.#kept.set(at, block);
    block.catch(() => this.#kept.delete(at));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return block;
  }

  /** One row. */
  async row(row: number): Promise<Row> {
    const { first, rows } = await this.block(row);
    return rows[row - first]!;
  }

  /** All blocks from the beginning, as far as the file was read. */
  async *blocks(): AsyncGenerator<Block> {
    for (let row = 0; row < this.#rows;) {
      const block = await this.#readAgain(lastAtMost(this.#firsts, row));
      if (block.rows.length === 0) return;
      yield block;
      row = block.first + block.rows.length;
    }
  }

  async #readAgain(at: number): Promise<Block> {
    const first = this.#firsts.at(at);
    const isLast = at + 1 >= this.#starts.length;
    const end = isLast ? this.#bytes : this.#starts.at(at + 1);
    const known = isLast ? this.#rows : this.#firsts.at(at + 1);
    const parts = bytesOf(fileParts(this.#file, this.#encoding, this.#starts.at(at), end));
    // The first row of a table may be its header.
    const reader = at === 0 ? this.#open() : this.#reader.another();
    const rows: Row[] = [];
    for await (const some of readRows(parts, reader, this.#encoding)) {
      for (const row of some) rows.push(row);
    }
    // What is still being read may end within a row.
    return { first, rows: rows.slice(0, known - first) };
  }

  /** The parts of the file, with each place noted where a row begins. */
  async *#noted(): AsyncGenerator<Uint8Array> {
    for await (const { start, bytes } of fileParts(this.#file, this.#encoding)) {
      if (this.#reader.isBetweenRows) {
        this.#starts.push(start);
        this.#firsts.push(this.#rows);
      }
      this.#bytes = start + bytes.length;
      yield bytes;
    }
  }
}

async function* bytesOf(parts: AsyncGenerator<{ bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of parts) yield bytes;
}
