import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_ROW, type Row, SEPARATORS, type TableOptions, TableReader } from '../../../web/lib/rows.js';
import { separatedRow } from '../../../web/lib/rows/separated.js';
import { cutAt, readParts, textOrError } from './support.js';

const reader = (options: Partial<TableOptions> = {}): TableReader =>
  new TableReader({ separator: ',', column: 't', hasHeader: true, ...options });
const read = (text: string, options?: Partial<TableOptions>): Row[] => readParts(reader(options), [text]);
const texts = (text: string, options?: Partial<TableOptions>): string[] =>
  read(text, options).map(textOrError);

describe('TableReader', () => {
  test.each([
    ['t\n', []],
    ['t', []],
    ['t\na\n\nb\n', ['a', '', 'b']],
    ['t,n\na,1\n\nb,2', ['a', 'b']],
    ['t,n\r\na,1\r\n"b ""c""\r\nd",2\r\n', ['a', 'b "c"\r\nd']],
    ['n,t\n1,a\r\n2,"b"\r\n3,"c\r"\r\n4,d\n', ['a', 'b', 'c\r', 'd']],
    ['n,t\n1,é "so" 5"\n', ['é "so" 5"']],
    ['n,t\n1,"a "great" one"\n2,b\n', ['a "great" one', 'b']],
    ['n,t\n1,"open\n2,"bad"\n3,c\n', ['! a quote is not closed where its cell ends', 'c']],
    [
      'n,t\n1,a\n2,"open\n3,c\n4,"x"y\n5,e\n6,',
      ['a', '! a quote is opened and never closed', 'c', '! a quote is opened and never closed', 'e', ''],
    ],
    [
      'n,t\n1\n2,a,b\n3,c\n',
      ['! the row has 1 cells, the text is in number 2', '! the row has 3 cells, the first one has 2', 'c'],
    ],
  ])('%j', (text, wanted) => {
    expect(texts(text)).toEqual(wanted);
  });

  test('finds the column by name or place, and says which there are', () => {
    expect(texts('a;b\n1;2\n', { separator: ';', column: 'b' })).toEqual(['2']);
    expect(texts('a\tb\n1\t2\n', { separator: '\t', column: 0, hasHeader: false })).toEqual(['a', '1']);
    expect(() => texts('a,b\n', { column: 'c' })).toThrow('There is no column "c"; there are "a", "b".');
    expect(() => texts('a,b\n', { column: 2, hasHeader: false })).toThrow(
      'no column number 3; there are 2 without',
    );
  });

  test('tells the header as soon as it is read', () => {
    const table = reader();
    expect(table.push('x,"t')).toEqual([]);
    expect(table.header).toBeUndefined();
    table.push('"\n');
    expect(table.header).toEqual(['x', 't']);
  });

  test('reads on after a quote that nothing closes, and holds no more than a row may have', () => {
    const line = '2,fine\n';
    const rows = read(`n,t\n1,"open\n${line.repeat(200_000)}`);
    expect(rows).toHaveLength(200_001);
    expect(textOrError(rows[0]!)).toMatch(/never closed/);
    expect(rows.slice(1).every(({ text }) => text === 'fine')).toBe(true);
  });

  test('counts lines as an editor does, whatever a cell holds', () => {
    const rows = read('n,t\n\n1,"two\nlines"\r\n\n2\n3,ok\n4,a,b\n5,"open\n6,"x\n7,fine');
    const lines = rows.flatMap((row) => (row.error === undefined ? [] : [row.line]));
    expect(lines).toEqual([6, 8, 9, 10]);
  });

  test('another reader goes on where one is between rows', () => {
    const table = reader();
    expect(table.isBetweenRows).toBe(true);
    table.push('n,t\n1,a\n2,"b\n');
    expect(table.isBetweenRows).toBe(false);
    table.push('c"\n');
    expect(table.isBetweenRows).toBe(true);
    expect(readParts(table.another(), ['3,d\n4\n']).map(textOrError)).toEqual([
      'd',
      '! the row has 1 cells, the text is in number 2',
    ]);
  });

  test('passes over a row without an end', () => {
    const part = `1,${'x'.repeat(LONGEST_ROW / 2)}`;
    const rows = readParts(reader(), ['n,t\n', part, part, part, '\n2,b\n']);
    expect(rows.map(textOrError)).toEqual(['! the row is longer than 1048576 characters', 'b']);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '\r\n', ' ', 'é', '\t'),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );

  test('reads what was written, wherever it is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(120), { maxLength: 6 }),
        (rows, separator, end, places) => {
          const text = rows.map((row) => separatedRow(row, separator) + end).join('');
          const wanted = rows.map((cells) => ({ original: cells, text: cells[0]! }));
          const table = reader({ separator, column: 0, hasHeader: false });
          expect(readParts(table, cutAt(text, places))).toEqual(wanted);
        },
      ),
    );
  });

  test('any text gives rows, the same wherever it is cut', () => {
    const any = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' '), maxLength: 40 });
    fc.assert(
      fc.property(any, fc.array(fc.nat(50), { maxLength: 6 }), (text, places) => {
        const options = { column: 0, hasHeader: false };
        expect(readParts(reader(options), cutAt(text, places))).toEqual(read(text, options));
      }),
    );
  });
});
