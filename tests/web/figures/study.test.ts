import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawFigures } from '../../../evaluation/study/figures.js';
import { readSummary, writeSummary } from '../../../evaluation/study/summary.js';
import { tables } from '../../../evaluation/study/tables.js';
import { VARIANTS } from '../../../evaluation/study/variants.js';

const committed = fileURLToPath(new URL('../../../models/results/quantization/', import.meta.url));
const FIGURES = [
  'bits',
  'pruning',
  'pruning-bytes',
  'ranges-small',
  'ranges-nano',
  'training-small',
  'training-nano',
];

test('the figures of the documents are what the committed summary gives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentibyte-study-'));
  drawFigures(folder, readSummary(committed));
  for (const name of FIGURES)
    expect(readFileSync(join(folder, `${name}.svg`), 'utf8')).toBe(
      readFileSync(join(committed, `${name}.svg`), 'utf8'),
    );
  rmSync(folder, { recursive: true });
});

test('the summary is read and written without loss', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentibyte-study-'));
  const studies = readSummary(committed);
  writeSummary(folder, studies);
  expect(readFileSync(join(folder, 'summary.json'), 'utf8')).toBe(
    readFileSync(join(committed, 'summary.json'), 'utf8'),
  );
  rmSync(folder, { recursive: true });
});

test('every row of the study is in the tables', () => {
  const text = tables(readSummary(committed));
  expect(VARIANTS.filter(({ label }) => !text.includes(`| ${label} |`)).map(({ id }) => id)).toEqual([]);
});
