import type { Shape } from '../../../../lib/rows.js';

/** The names of the columns; absent for one that has none. */
export function columnNames(shape: Shape): (string | undefined)[] {
  switch (shape.kind) {
    case 'lines':
      return [undefined];
    case 'json':
      return shape.fields;
    case 'table':
      return shape.header ?? Array.from({ length: shape.width }, () => undefined);
  }
}

/** The column of the text, or -1. */
export function textColumnOf(shape: Shape): number {
  switch (shape.kind) {
    case 'lines':
      return 0;
    case 'json':
      return shape.field === undefined ? -1 : shape.fields.indexOf(shape.field);
    case 'table':
      return shape.column;
  }
}

/** The same shape with its text in another column. */
export function withTextColumn(shape: Shape, column: number): Shape {
  switch (shape.kind) {
    case 'lines':
      return shape;
    case 'json':
      return { ...shape, field: shape.fields[column]! };
    case 'table':
      return { ...shape, column };
  }
}
