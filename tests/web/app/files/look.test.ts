import { describe, expect, test } from '@jest/globals';
import { columnNames, textColumnOf } from '../../../../web/app/rooms/files/worker/columns.js';
import { writeDownload } from '../../../../web/app/rooms/files/worker/download.js';
import { look } from '../../../../web/app/rooms/files/worker/look.js';
import { ScoreRun } from '../../../../web/app/rooms/files/worker/score-run.js';
import { sampleFile } from '../../../../web/app/rooms/files/sample-file.js';
import { Tally } from '../../../../web/app/rooms/files/tally/tally.js';
import type { Sentiment } from '../../../../web/lib/types.js';

const csv = 'when;note;stars\n1.2.2026;"Lovely; really";5\n2.2.2026;Awful service today, never again;1\n';

/** Says of each text how long it is. */
async function* measured(texts: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<Sentiment> {
  for await (const text of texts) {
    if (text.endsWith('00')) await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) throw Object.assign(new Error('stopped'), { code: 'aborted' });
    const probabilities = { negative: 0, neutral: 0, positive: 1 };
    yield { label: 'positive', score: text.length / 100, confidence: 1, probabilities, coverage: 1 };
  }
}

async function judged(file: Blob): Promise<ScoreRun> {
  const { format, dates } = await look(file, {});
  const tally = new Tally(columnNames(format.shape).length, textColumnOf(format.shape), new Map(dates));
  const run = new ScoreRun(file, format, tally);
  await run.run(measured);
  return run;
}

describe('look', () => {
  test('the sample is what the room shows best: a table with groups, dates, and one damaged row', async () => {
    const { file } = sampleFile();
    const { format, preview, dates } = await look(file, {});
    expect(format.shape).toMatchObject({ kind: 'table', separator: ',', column: 4 });
    expect(dates).toEqual([[0, 'year-month-day']]);
    expect(preview).toHaveLength(5);
    const run = await judged(file);
    expect([run.scores.rows, run.scores.unreadable]).toEqual([601, 1]);
    expect(run.scores.failure(301)).toEqual({
      line: 303,
      error: 'the row has 3 cells, the text is in number 5',
    });
  });

  test.each([
    ['binary', new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)])],
    ['binary', new Blob(['a\0b\n'])],
    ['empty', new Blob([])],
  ])('refuses what is no text: %s', async (code, file) => {
    await expect(look(file, {})).rejects.toMatchObject({ code });
  });

  test('an encoding that the visitor names is not doubted', async () => {
    const { format } = await look(new Blob(['a\0b\n']), { encoding: 'windows-1252' });
    expect(format.encoding).toBe('windows-1252');
  });
});

describe('writeDownload', () => {
  const written = async (file: Blob, kind: 'csv' | 'json'): Promise<string> => {
    const { rereading, scores } = await judged(file);
    const { format } = await look(file, {});
    return (await writeDownload(kind, { rereading, scores, shape: format.shape }, () => undefined)).text();
  };

  test('a table keeps its separator and its quotes', async () => {
    expect(await written(new Blob([csv]), 'csv')).toBe(
      'when;note;stars;sentiment_label;sentiment_score;sentiment_confidence;sentiment_error\n' +
        '1.2.2026;"Lovely; really";5;positive;0.14;1;\n' +
        '2.2.2026;Awful service today, never again;1;positive;0.32;1;\n',
    );
  });

  test('JSON lines become columns, and a table becomes objects', async () => {
    const json = '{"id":1,"text":"good one"}\nno\n{"id":2,"text":"bad, one"}\n';
    expect(await written(new Blob([json]), 'csv')).toBe(
      'id,text,sentiment_label,sentiment_score,sentiment_confidence,sentiment_error\n' +
        '1,good one,positive,0.08,1,\n' +
        ',,,,,the line is not a JSON object\n' +
        '2,"bad, one",positive,0.08,1,\n',
    );
    const [first] = (await written(new Blob([csv]), 'json')).split('\n');
    expect(JSON.parse(first!)).toEqual({
      when: '1.2.2026',
      note: 'Lovely; really',
      stars: '5',
      sentiment: {
        label: 'positive',
        score: 0.14,
        confidence: 1,
        probabilities: { negative: 0, neutral: 0, positive: 1 },
      },
    });
  });

  test('lines are a column of their own', async () => {
    const [head, first] = (await written(new Blob(['one, two\nthree\n']), 'csv')).split('\n');
    expect([head?.split(',')[0], first]).toEqual(['text', '"one, two",positive,0.08,1,']);
  });
});

test('a run can be paused, and stopped for good', async () => {
  const file = new Blob([Array.from({ length: 9_000 }, (_, i) => `{"t":"text ${i}"}`).join('\n')]);
  const { format } = await look(file, {});
  const run = new ScoreRun(file, format, new Tally(1, 0, new Map()));
  run.pause();
  const running = run.run(measured);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(run.scores.rows).toBe(0);
  run.resume();
  expect(run.isPaused).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 0));
  run.stop();
  await expect(running).rejects.toMatchObject({ code: 'aborted' });
  expect(run.scores.rows).toBeLessThan(9_000);
});
