// Reads a set in the data format (label, score, source, text; tab-separated, header, no quoting),
// plain or packed with xz.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const COLUMNS = ['label', 'score', 'source', 'text'];
export const LABELS = ['negative', 'neutral', 'positive'];

/** @returns {{ text: string, label: string }[]} */
export function readSet(file) {
  const content = file.endsWith('.xz')
    ? execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 29 })
    : readFileSync(file, 'utf8');
  const [header, ...lines] = content.replace(/\n$/, '').split('\n');
  if (header !== COLUMNS.join('\t')) throw new Error(`${file}:1: expected the columns ${COLUMNS.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const label = LABELS[Number(cells[0])];
    if (cells.length !== COLUMNS.length || cells[0] === '' || label === undefined) {
      throw new Error(`${file}:${index + 2}: no row of ${COLUMNS.length} columns with a label 0, 1 or 2`);
    }
    return { text: cells[3], label };
  });
}
