import {
  jsonLinesReader,
  LineReader,
  parseObject,
  type Row,
  type RowReader,
  type Shape,
  TableReader,
} from '../../../../lib/rows.js';

/** The reader for a file of this shape; `undefined` where no column of it holds texts. */
export function readerOf(shape: Shape): RowReader | undefined {
  switch (shape.kind) {
    case 'lines':
      return new LineReader();
    case 'json':
      return shape.field === undefined ? undefined : jsonLinesReader(shape.field);
    case 'table': {
      const { separator, column, header } = shape;
      return column < 0 ? undefined : new TableReader({ separator, column, hasHeader: header !== undefined });
    }
  }
}

/** What a row holds in each column of `shape`, as text; empty where it holds nothing. */
export function cellsOf({ original }: Row, shape: Shape): string[] {
  if (typeof original !== 'string') return [...original];
  if (shape.kind !== 'json') return [original];
  const object = parseObject(original);
  if (object === undefined) return shape.fields.map(() => '');
  return shape.fields.map((field) => cellOf(Object.hasOwn(object, field) ? object[field] : undefined));
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
