import { describe, expect, test } from '@jest/globals';
import {
  createWriter,
  jsonLinesReader,
  LineReader,
  type RowReader,
  type RowWriter,
  TableReader,
} from '../../../web/lib/rows.js';
import type { Sentiment } from '../../../web/lib/types.js';
import { readParts } from './support.js';

const GOOD: Sentiment = {
  label: 'positive',
  score: 0.123456789,
  confidence: 0.5,
  probabilities: { negative: 0.25, neutral: -0, positive: 0.75 },
  coverage: 1,
};

function written(text: string, reader: RowReader, writer: RowWriter): string[] {
  const rows = readParts(reader, [text]);
  const lines =
    writer.start(reader.header) + rows.map((row) => writer.row(row, writer.result(GOOD))).join('');
  expect(lines === '' || lines.endsWith('\n')).toBe(true);
  return lines.split('\n').slice(0, -1);
}

describe('results alone', () => {
  test('are an object per row', () => {
    const writer = createWriter({ kind: 'results', fields: ['label', 'score', 'probabilities', 'neutral'] });
    expect(written('a\n', new LineReader(), writer)).toEqual([
      '{"label":"positive","score":0.123457,"probabilities":{"negative":0.25,"neutral":0,"positive":0.75},"neutral":0}',
    ]);
    expect(writer.row({ original: '', error: 'no "text"', line: 1 }, '')).toBe('{"error":"no \\"text\\""}\n');
  });
});

describe('JSON', () => {
  const writer = createWriter({ kind: 'json', fields: ['label'] });
  test.each([
    [
      '{"t":"a","id":12345678901234567890}',
      '{"t":"a","id":12345678901234567890,"sentiment":{"label":"positive"}}',
    ],
    ['{ "t": "a" } ', '{ "t": "a","sentiment":{"label":"positive"}}'],
    ['{"sentiment":1,"t":"a"}', '{"t":"a","sentiment":{"label":"positive"}}'],
    ['{}', '{"sentiment":{"error":"there is no field \\"t\\""}}'],
    ['[1', '{"original":"[1","sentiment":{"error":"the line is not a JSON object"}}'],
  ])('%s', (line, wanted) => {
    expect(written(line, jsonLinesReader('t'), writer)).toEqual([wanted]);
    JSON.parse(wanted);
  });

  test('of a table has its header as names', () => {
    const reader = new TableReader({ separator: ',', column: 't', hasHeader: true });
    const lines = written('t,__proto__\na,b\n', reader, createWriter({ kind: 'json', fields: ['label'] }));
    expect(lines).toEqual(['{"t":"a","__proto__":"b","sentiment":{"label":"positive"}}']);
  });
});

describe('a table', () => {
  const reader = (hasHeader = true): TableReader =>
    new TableReader({ separator: ';', column: hasHeader ? 't' : 0, hasHeader });
  const writer = (): RowWriter =>
    createWriter({ kind: 'table', fields: ['label', 'probabilities'], separator: ';' });

  test('keeps its cells and gets columns', () => {
    expect(written('"t";n\n"a; b";1\n', reader(), writer())).toEqual([
      't;n;sentiment_label;sentiment_negative;sentiment_neutral;sentiment_positive;sentiment_error',
      '"a; b";1;positive;0.25;0;0.75;',
    ]);
    expect(written('a\n', reader(false), writer())).toEqual(['a;positive;0.25;0;0.75;']);
  });

  test('lists unreadable rows in as many columns', () => {
    expect(written('n;t\n1\n1;a;b;c\n', reader(), writer()).slice(1)).toEqual([
      '1;;;;;;the row has 1 cells, the text is in number 2',
      '1;"a;b;c";;;;;the row has 4 cells, the first one has 2',
    ]);
  });

  test('that has one of the names already gets others for all', () => {
    const writer = createWriter({ kind: 'table', fields: ['label', 'score'], separator: ';' });
    expect(writer.start(['t', 'sentiment_score'])).toBe(
      't;sentiment_score;sentiment_label_2;sentiment_score_2;sentiment_error_2\n',
    );
  });

  test('that was judged before gets other names', () => {
    const once = written(
      't\na\n',
      reader(),
      createWriter({ kind: 'table', fields: ['label'], separator: ';' }),
    );
    const twice = written(
      once.join('\n'),
      reader(),
      createWriter({ kind: 'table', fields: ['label'], separator: ';' }),
    );
    expect(twice).toEqual([
      't;sentiment_label;sentiment_error;sentiment_label_2;sentiment_error_2',
      'a;positive;;positive;',
    ]);
  });
});
