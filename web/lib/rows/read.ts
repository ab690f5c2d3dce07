import { type Encoding, PartDecoder } from './decode.js';
import type { Row, RowReader } from './row.js';

/**
 * The rows of a stream of bytes: with each part the rows that it completes. Nothing is read ahead, so that whoever takes the
 * rows slowly slows the stream down.
 * @example
 * for await (const rows of readRows(file.stream(), jsonLinesReader('review'))) show(rows);
 */
export async function* readRows(
  parts: AsyncIterable<Uint8Array>,
  reader: RowReader,
  encoding?: Encoding,
): AsyncGenerator<Row[]> {
  const decoder = new PartDecoder(encoding);
  for await (const bytes of parts) {
    const rows = reader.push(decoder.push(bytes));
    if (rows.length > 0) yield rows;
  }
  const rows = [...reader.push(decoder.end()), ...reader.end()];
  if (rows.length > 0) yield rows;
}
