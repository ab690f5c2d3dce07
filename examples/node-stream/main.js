// Scores what comes in, a line at a time, as a stream: node main.js <reviews.txt >scores.tsv
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createAnalyzer } from 'sentibyte';

const analyzer = await createAnalyzer();
const lines = Readable.from(createInterface({ input: process.stdin, crlfDelay: Infinity }));
const scores = async function* (texts) {
  for await (const text of texts) yield `${analyzer.analyze(text).score.toFixed(6)}\t${text}\n`;
};
await pipeline(lines, scores, process.stdout);
