/** Rows of files to texts and back, for the page: the command has the same readers. */
export { type Encoding, ENCODINGS } from './rows/decode.js';
export { type Field, FIELDS } from './rows/fields.js';
export { jsonLinesReader, parseObject } from './rows/json-lines.js';
export { LineReader } from './rows/lines.js';
export { readRows } from './rows/read.js';
export { LONGEST_ROW, type Original, type Row, type RowReader } from './rows/row.js';
export { type Separator, SEPARATORS } from './rows/separated.js';
export {
  type JsonShape,
  type LinesShape,
  type Shape,
  sniff,
  type Sniffed,
  type SniffOptions,
  type TableShape,
} from './rows/sniff.js';
export { TableReader, type TableOptions } from './rows/table.js';
export { createWriter, type RowWriter, type WriterOptions } from './rows/write.js';
