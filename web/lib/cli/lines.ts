import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Analyzer, Sentiment } from '../types.js';
import { type Line, LineSplitter, LONGEST_LINE } from './line-splitter.js';
import type { Progress } from './progress.js';

// `--jsonl` and `--csv` will be other readers and writers around the same loop: texts in, results out, in order.

const TOO_LONG = JSON.stringify({ error: `the line is longer than ${LONGEST_LINE} characters` });

/**
 * One text per line in, one JSON object per line out, as soon as the input pauses. Holds one chunk of the input at a time, and
 * reads on only when the output has taken what it was given.
 */
export async function judgeLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  analyzer: Analyzer,
  progress: Progress,
): Promise<void> {
  const splitter = new LineSplitter();
  const judge = async (lines: Line[]): Promise<void> => {
    if (lines.length === 0) return;
    const results = await analyzer.analyzeBatch(lines.filter((line) => line !== undefined));
    let next = 0;
    const rows = lines.map((line) => (line === undefined ? TOO_LONG : toJson(results[next++]!)));
    if (!output.write(`${rows.join('\n')}\n`)) await once(output, 'drain');
    progress.add(lines.length);
  };
  for await (const bytes of input) await judge(splitter.push(bytes));
  await judge(splitter.end());
}

/** Six decimals: more than the model can mean, and short to read. */
function toJson({ label, score, confidence, probabilities }: Sentiment): string {
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
  return JSON.stringify({
    label,
    score: rounded(score),
    confidence: rounded(confidence),
    probabilities: {
      negative: rounded(probabilities.negative),
      neutral: rounded(probabilities.neutral),
      positive: rounded(probabilities.positive),
    },
  });
}
